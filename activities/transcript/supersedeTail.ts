import type { Transaction } from '../../platform/database.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { executeIn } from '../../platform/sql.ts';
import { writtenInRun } from '../../workflows/domain/writer.ts';
import { type Abandoned, closeOpenWork } from './closeOpenWork.ts';
import { reopenRun } from './reopenRun.ts';

/**
 * After an operator's reset, marks what the abandoned run wrote from `seq` on as superseded: kept, but no longer part
 * of the transcript, with its open work closed. Its cost stays counted. A conversation that had ended continues.
 */
export async function supersedeTail(
  transaction: Transaction,
  tail: Abandoned & { projectId: string; conversationId: string; turn: number },
): Promise<void> {
  const { projectId, conversationId, turn, seq, nextSeq, runId } = tail;
  const here = { projectId, conversationId };
  await lockConversation(transaction, here);
  await executeIn(transaction, reopenRun(here, 'running'));
  const { revision } = await transaction.conversation.findUniqueOrThrow({
    where: { id: conversationId, projectId },
    select: { revision: true },
  });
  const unknownCalls = await closeOpenWork(transaction, { ...here, revision }, { seq, nextSeq, runId });
  await transaction.conversation.update({
    where: { id: conversationId, projectId },
    data: {
      messageCount: nextSeq > seq + 1 ? nextSeq : seq,
      turnCount: turn,
      unknownCalls: { increment: unknownCalls },
    },
  });
  await transaction.turn.deleteMany({ where: { ...here, turn: { gte: turn }, runId: { not: runId } } });
  await transaction.knowledgeLookup.updateMany({
    where: {
      ...here,
      supersededAt: null,
      OR: [{ seq }, { seq: { gte: nextSeq } }],
      NOT: { writtenBy: { startsWith: writtenInRun(runId) } },
    },
    data: { supersededAt: new Date() },
  });
  await transaction.message.updateMany({
    where: {
      ...here,
      supersededAt: null,
      OR: [{ seq }, { seq: { gte: nextSeq } }],
      NOT: { writtenBy: { startsWith: writtenInRun(runId) } },
    },
    data: { supersededAt: new Date(), revision },
  });
}
