import type { Database } from '../../platform/database.ts';
import type { RecallMemoryInput, RecallMemoryResult } from '../../workflows/contracts/activityTypes.ts';
import type { MemoryEntry, RecalledEntry } from '../../workflows/domain/memory/entry.ts';
import { recalledEntries } from '../../workflows/domain/memory/recall.ts';
import { recalledFor, rememberingAgents } from '../../workflows/domain/memory/rememberingAgents.ts';
import { currentExecution } from '../execution/execution.ts';
import { readMemoryEntries, teamOfVersion } from '../transcript/memoryEntries.ts';
import { readRecalled, type RunKey, storeRecalled } from '../transcript/memoryRuns.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';

/** What of a task is looked at to find what is remembered about it. */
const LONGEST_QUESTION = 8_000;

/** How many messages tell what a run is about that begins without a task. */
const LAST_MESSAGES = 4;

/** See ConversationActivities.recallMemory. */
export function createRecallMemory(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: RecallMemoryInput): Promise<RecallMemoryResult> => {
    const { database } = clients;
    const execution = currentExecution();
    const own = await readRecalled(database, input, execution.writtenBy);
    if (own !== null) return { entries: own.length };
    const agents = rememberingAgents(await clients.readTeamVersion(input.projectId, input.teamVersionId));
    const count = Math.max(0, ...agents.map(recalledFor));
    const entries = await readMemoryEntries(database, await teamOfVersion(database, input));
    const chosen = recalledEntries(entries, await questionOf(database, input), count);
    const stored = await storeRecalled(database, input, execution, chosen.map(asRecalled));
    return { entries: stored.length };
  };
}

function asRecalled({ pinned: _pinned, edited: _edited, ...entry }: MemoryEntry): RecalledEntry {
  return entry;
}

/** What a run is about: its task, or what was said last. */
async function questionOf(database: Database, { projectId, conversationId, run }: RunKey): Promise<string> {
  const ofConversation = { projectId, conversationId, supersededAt: null };
  const select = { content: true };
  const task = await database.message.findMany({
    where: { ...ofConversation, run },
    orderBy: { seq: 'asc' },
    take: LAST_MESSAGES,
    select,
  });
  const messages =
    task.length > 0
      ? task
      : await database.message.findMany({
          where: ofConversation,
          orderBy: { seq: 'desc' },
          take: LAST_MESSAGES,
          select,
        });
  return messages
    .map(({ content }) => content.slice(0, LONGEST_QUESTION))
    .join('\n')
    .slice(0, LONGEST_QUESTION);
}
