import type { Transaction } from '../../platform/database.ts';
import { readToolCall } from './toolCalls.ts';

interface CallOfRound {
  projectId: string;
  conversationId: string;
  requestSeq: number;
  index: number;
  revision: bigint;
}

/** Keeps what a person decided about a call: other arguments, or that it is not made and what its model is told. */
export async function settleToolCallRow(
  transaction: Transaction,
  call: CallOfRound &
    ({ decision: 'edit'; approvedArguments: string } | { decision: 'reject'; result: string }),
): Promise<void> {
  const row = await readToolCall(transaction, call, call);
  await transaction.toolCall.update({
    where: { id: row.id, projectId: call.projectId },
    data:
      call.decision === 'edit'
        ? { approvedArguments: call.approvedArguments, revision: call.revision }
        : {
            state: 'rejected',
            result: call.result,
            isError: true,
            endedAt: new Date(),
            revision: call.revision,
          },
  });
}
