import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { queryRows, sql } from '../platform/sql.ts';
import { storedState } from '../workflows/contracts/storedState.ts';
import type { ConversationState, Outcome } from '../workflows/domain/conversation/state.ts';

const rowSchema = z.object({ state_before: z.unknown(), next_seq: z.int(), next_turn: z.int() });

/**
 * The state from which a conversation can go on whose workflow has left none: that of its last turn's beginning, with new
 * places behind all that stands in the transcript. Null: no turn of this run has begun.
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
