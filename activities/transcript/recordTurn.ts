import type { Transaction } from '../../platform/database.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import { countTurns } from './workMetrics.ts';

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
  const { count } = await transaction.turn.createMany({
    skipDuplicates: true,
    data: [{ ...row, stateBefore: row.stateBefore as unknown as Prisma.InputJsonObject }],
  });
  countTurns(row, count);
}
