import type { Transaction } from '../../platform/database.ts';
import { readToolCall } from './toolCalls.ts';

interface CallOfRound {
  projectId: string;
  conversationId: string;
  requestSeq: number;
  index: number;
  revision: bigint;
}

/** Stores what was decided about a call: changed arguments, a rejection and what its model is told, or the result itself. */
export async function settleToolCallRow(
  transaction: Transaction,
  call: CallOfRound &
    ({ decision: 'edit'; approvedArguments: string } | { decision: 'reject' | 'complete'; result: string }),
): Promise<void> {
  const row = await readToolCall(transaction, call, call);
  await transaction.toolCall.update({
    where: { id: row.id, projectId: call.projectId },
    data:
      call.decision === 'edit'
        ? { approvedArguments: call.approvedArguments, revision: call.revision }
        : {
            state: call.decision === 'reject' ? 'rejected' : 'completed',
            result: call.result,
            isError: call.decision === 'reject',
            endedAt: new Date(),
            revision: call.revision,
          },
  });
}
