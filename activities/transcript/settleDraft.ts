import type { Transaction } from '../../platform/database.ts';
import { asStored, type StoredMessage } from './storedMessage.ts';
import type { ConversationKey } from './watchers.ts';

export interface DraftDecision {
  projectId: string;
  conversationId: string;
  seq: number;
  revision: bigint;
  status: 'final' | 'rejected' | 'discarded';
  /** The reviewer's version of the text. */
  content?: string;
  feedback?: string;
  userId?: string | null;
}

/**
 * Carries a decision on a draft out, in place of any that a run took which an operator has reset. Returns the message
 * where it is part of the transcript now.
 */
export async function settleDraft(
  transaction: Transaction,
  { projectId, conversationId, seq, revision, status, content, feedback, userId }: DraftDecision,
): Promise<StoredMessage | null> {
  const row = await transaction.message.findFirst({
    where: { projectId, conversationId, seq, supersededAt: null },
  });
  if (row === null) return null;
  const draft = row.draftContent ?? row.content;
  await transaction.message.update({
    where: { id: row.id, projectId },
    data: {
      status,
      revision,
      content: content ?? draft,
      draftContent: content === undefined ? null : draft,
      feedback: feedback ?? null,
      userId: userId ?? null,
    },
  });
  return readMessage(transaction, { projectId, conversationId }, seq);
}

/** The message at a place of the transcript, where it is part of it. */
export async function readMessage(
  transaction: Transaction,
  { projectId, conversationId }: ConversationKey,
  seq: number,
): Promise<StoredMessage | null> {
  const row = await transaction.message.findFirst({
    where: { projectId, conversationId, seq, supersededAt: null, status: 'final' },
  });
  return row === null ? null : asStored(row);
}
