import type { Transaction } from '../../platform/database.ts';

/** Which conversation, and whose: every statement of an activity names both. */
export interface ConversationKey {
  projectId: string;
  conversationId: string;
}

/**
 * Raises the conversation's revision and returns it, for the rows that change with it. It holds the row's lock until
 * the transaction ends: whoever has seen a revision has seen every earlier one.
 */
export async function raiseRevision(
  transaction: Transaction,
  { projectId, conversationId }: ConversationKey,
): Promise<bigint> {
  const { revision } = await transaction.conversation.update({
    where: { id: conversationId, projectId },
    data: { revision: { increment: 1 }, updatedAt: new Date() },
    select: { revision: true },
  });
  return revision;
}
