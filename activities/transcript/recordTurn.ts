import type { Transaction } from '../../platform/database.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';

/** Writes a turn's row where it has none. (A turn with a model call gets its row together with the call.) */
export async function recordTurn(
  transaction: Transaction,
  row: {
    conversationId: string;
    projectId: string;
    turn: number;
    scope: string;
    speaker: string;
    stateBefore: ConversationState;
    runId: string;
  },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO turn (conversation_id, project_id, turn, scope, speaker, state_before, run_id)
    VALUES (${row.conversationId}::uuid, ${row.projectId}::uuid, ${row.turn}, ${row.scope}, ${row.speaker},
            ${JSON.stringify(row.stateBefore)}::jsonb, ${row.runId})
    ON CONFLICT (conversation_id, turn, speaker) DO NOTHING`;
}
