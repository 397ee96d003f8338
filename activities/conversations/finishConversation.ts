import type { Database } from '../../platform/database.ts';
import type { FinishConversationInput } from '../../workflows/contracts/activityTypes.ts';
import { endRun } from '../transcript/endRun.ts';

/** See ConversationActivities.finishConversation. */
export function createFinishConversation({ database }: { database: Database }) {
  return async ({ projectId, conversationId, run, outcome, finalState }: FinishConversationInput) => {
    // The workflow is the truth: where the reconciler has taken it for dead, it was not.
    await endRun(database, { projectId, conversationId, run, outcome, finalState }, 'replacing');
  };
}
