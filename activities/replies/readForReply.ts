import type { Database } from '../../platform/database.ts';
import type { GenerateReplyInput, Place } from '../../workflows/contracts/activityTypes.ts';
import { kindOfContext } from '../../workflows/domain/modelContext/registry.ts';
import { certainTail } from '../../workflows/domain/request/agentView.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { Execution } from '../execution/execution.ts';
import { readEntries, type ReadTranscript } from '../transcript/readEntries.ts';
import { type ModelParticipant, viewFor } from './replyQuestion.ts';

/** How many entries are read for each message of a buffered context: the others' speak between its own. */
const ENTRIES_PER_MESSAGE = 4;
const ENTRIES_AT_LEAST = 32;

/**
 * The transcript as far as a participant's request needs it: for a buffered context its end, so that a turn costs the same
 * however long the conversation is; for any other all of it.
 */
export async function readForReply(
  database: Database,
  team: TeamConfig,
  participant: ModelParticipant,
  input: Place & Pick<GenerateReplyInput, 'purpose'>,
  execution: Execution,
): Promise<ReadTranscript> {
  const place = { ...input, ...execution };
  const { context } = participant;
  const view = viewFor(team, participant, input);
  const newest = kindOfContext(context).newest?.(context);
  if (newest === undefined || view.kind !== 'agent') return readEntries(database, place);
  let reach = ENTRIES_AT_LEAST + ENTRIES_PER_MESSAGE * newest;
  for (; reach < input.readBefore; reach *= 4) {
    const fromSeq = input.readBefore - reach;
    const transcript = await readEntries(database, place, fromSeq);
    if (certainTail(transcript.entries, view.viewer, fromSeq) >= newest) return transcript;
  }
  return readEntries(database, place);
}
