import type { Transaction } from '../../platform/database.ts';

/**
 * Makes a message a draft again whose review is open again. Its review was withdrawn when its workflow had ended from
 * outside, or a run that an operator has reset decided it: neither counts any more. A draft stays as it is.
 */
export async function reviveDraft(
  transaction: Transaction,
  place: { projectId: string; conversationId: string; seq: number; revision: bigint },
): Promise<void> {
  const { projectId, conversationId, seq, revision } = place;
  const row = await transaction.message.findFirst({
    where: { projectId, conversationId, seq, supersededAt: null, status: { not: 'draft' } },
    select: { id: true, content: true, draftContent: true },
  });
  if (row === null) return;
  await transaction.message.update({
    where: { id: row.id, projectId },
    data: {
      status: 'draft',
      content: row.draftContent ?? row.content,
      draftContent: null,
      feedback: null,
      userId: null,
      revision,
    },
  });
}
