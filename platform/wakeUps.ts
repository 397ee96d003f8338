import { createHash } from 'node:crypto';
import type { WakeUpSource } from '../workflows/domain/recordStates.ts';
import type { Transaction } from './database.ts';
import { lockConversation } from './rowLocks.ts';

/**
 * How many wake-ups of a conversation may wait; a further one is refused. The end of another conversation is not: nobody
 * could repeat it.
 */
const WAITING_WAKE_UPS = 1_000;

export interface WakeUpToWrite {
  projectId: string;
  conversationId: string;
  source: WakeUpSource;
  /** The webhook, schedule or conversation. */
  sourceId?: string;
  sourceName?: string;
  /** From the source: the same key again is the same wake-up. */
  key: string;
  text: string;
  /** The person who wakes it. */
  userId?: string;
}

export type WakeUpWritten =
  | { outcome: 'written'; wakeUpId: string }
  /** The key has already written it. */
  | { outcome: 'repeated'; wakeUpId: string; isWaiting: boolean }
  /** The key has already written one with another text. */
  | { outcome: 'differs' }
  /** So many wait that it takes no more. */
  | { outcome: 'full' }
  /** It has ended, and is not standing; or the project has no such conversation. */
  | { outcome: 'not_standing' };

/**
 * Writes what wakes a standing conversation, once for each key of its source. Its workflow is told afterwards, by the
 * caller or, if that breaks off, by the reconciler.
 */
export async function writeWakeUp(transaction: Transaction, wakeUp: WakeUpToWrite): Promise<WakeUpWritten> {
  const { projectId, conversationId, source, key, text } = wakeUp;
  const conversation = await lockConversation(transaction, { projectId, conversationId });
  const textSha256 = createHash('sha256').update(text).digest('hex');
  const earlier = await transaction.wakeUp.findUnique({
    where: { conversationId_source_key: { conversationId, source, key }, projectId },
    select: { id: true, textSha256: true, state: true },
  });
  if (earlier !== null) {
    if (earlier.textSha256 !== textSha256) return { outcome: 'differs' };
    return { outcome: 'repeated', wakeUpId: earlier.id, isWaiting: earlier.state === 'waiting' };
  }
  if (conversation?.standing !== true) return { outcome: 'not_standing' };
  if (source !== 'conversation' && (await isFull(transaction, wakeUp))) return { outcome: 'full' };
  const { id } = await transaction.wakeUp.create({ data: { ...wakeUp, textSha256 }, select: { id: true } });
  await transaction.conversation.update({
    where: { id: conversationId, projectId },
    data: { revision: { increment: 1 } },
  });
  return { outcome: 'written', wakeUpId: id };
}

async function isFull(
  transaction: Transaction,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<boolean> {
  const waiting = await transaction.wakeUp.count({ where: { projectId, conversationId, state: 'waiting' } });
  return waiting >= WAITING_WAKE_UPS;
}

/** What still waits for a conversation that is no longer standing is not taken by anybody. */
export async function dropWakeUps(
  transaction: Transaction,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<void> {
  await transaction.wakeUp.updateMany({
    where: { projectId, conversationId, state: 'waiting' },
    data: { state: 'dropped', closedAt: new Date() },
  });
}
