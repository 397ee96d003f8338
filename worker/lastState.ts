import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { queryRows, sql } from '../platform/sql.ts';
import { storedState } from '../workflows/contracts/storedState.ts';
import type { ConversationState, Outcome } from '../workflows/domain/conversation/state.ts';

const rowSchema = z.object({ state_before: z.unknown(), next_seq: z.int(), next_turn: z.int() });

/**
 * The state from which a conversation can continue if its workflow left none: the state before its last turn, with
 * new numbers after everything in the transcript. Null: no turn of this run has begun.
 */
export async function lastState(
  database: Database,
  { id, projectId, run }: { id: string; projectId: string; run: number },
  outcome: Outcome,
): Promise<ConversationState | null> {
  const [row] = await queryRows(
    database,
    sql`
    SELECT state_before,
           (SELECT coalesce(max(seq), -1) + 1 FROM message
            WHERE conversation_id = ${id}::uuid AND project_id = ${projectId}::uuid) AS next_seq,
           (SELECT max(turn) + 1 FROM turn
            WHERE conversation_id = ${id}::uuid AND project_id = ${projectId}::uuid) AS next_turn
    FROM turn
    WHERE conversation_id = ${id}::uuid AND project_id = ${projectId}::uuid AND scope = '' AND (state_before ->> 'run')::int = ${run}::int
    ORDER BY turn DESC LIMIT 1`,
    rowSchema,
  );
  const state = storedState(row?.state_before);
  if (row === undefined || state === null) return null;
  const { next_seq: nextSeq, next_turn: nextTurn } = row;
  return { ...state, nextSeq, nextTurn, outcome };
}

/**
 * The same for a run that has begun no turn: the state in which the run before it ended, with new numbers after
 * everything in the transcript. Null: there was none.
 */
export async function stateBefore(
  database: Database,
  { id, projectId, run }: { id: string; projectId: string; run: number },
  outcome: Outcome,
): Promise<ConversationState | null> {
  const conversation = await database.conversation.findFirst({
    where: { id, projectId, run, endedAt: null },
    select: { finalState: true },
  });
  const state = storedState(conversation?.finalState);
  if (state === null) return null;
  const last = await database.message.aggregate({
    where: { conversationId: id, projectId },
    _max: { seq: true },
  });
  return { ...state, run, nextSeq: Math.max(state.nextSeq, (last._max.seq ?? -1) + 1), outcome };
}
