import type { Database } from '../../platform/database.ts';
import {
  type ConversationStateName,
  conversationStates,
  isOver,
  oneOf,
} from '../../workflows/domain/recordStates.ts';

export interface FirstRunEnd {
  state: ConversationStateName;
  stopReason: string | null;
  endedAt: Date | null;
}

/** How the first run of a conversation ended, also of one that goes on with another task; null: it has not. */
export async function firstRunEnd(
  database: Database,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<FirstRunEnd | null> {
  const select = { state: true, stopReason: true, endedAt: true };
  const { runs, ...conversation } = await database.conversation.findFirstOrThrow({
    where: { id: conversationId, projectId },
    select: { ...select, runs: { where: { projectId, run: 0 }, select } },
  });
  const [first] = runs;
  const end = first === undefined || first.state === null ? conversation : first;
  const state = oneOf(conversationStates, end.state ?? '');
  return isOver(state) ? { ...end, state } : null;
}
