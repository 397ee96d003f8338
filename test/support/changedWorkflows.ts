import { setWorkflowOptions, sleep } from '@temporalio/workflow';
import { isLeaving, versioningOfConversation } from '../../workflows/builds.ts';
import type { ConversationInput } from '../../workflows/contracts/conversation.ts';
import { conversation as today } from '../../workflows/conversation.ts';
import type { Outcome } from '../../workflows/domain/conversation/state.ts';

/** The workflow code of another release: no history of a run on one of the two replays on the other. */
export async function conversation(input: ConversationInput): Promise<Outcome> {
  if (isLeaving()) return today(input);
  const [outcome] = await Promise.all([today(input), sleep(1)]);
  return outcome;
}

setWorkflowOptions(versioningOfConversation, conversation);

export {
  ingestDocument,
  ingestUpload,
  remember,
  scheduledRun,
  searchKnowledge,
  sendNotice,
  standing,
} from '../../workflows/index.ts';
