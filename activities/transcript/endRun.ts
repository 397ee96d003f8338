import type { Database, Transaction } from '../../platform/database.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { dropWakeUps, writeWakeUp } from '../../platform/wakeUps.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { endInWords } from '../../workflows/domain/conversation/endInWords.ts';
import type { ConversationState, Outcome } from '../../workflows/domain/conversation/state.ts';
import { WRITTEN_BY_FORM } from '../../workflows/domain/writer.ts';
import { closeOpenWork } from './closeOpenWork.ts';
import { saidIn } from './saidIn.ts';
import { countRunEnded } from './workMetrics.ts';

/** The end of a conversation's run. */
export interface RunEnd {
  projectId: string;
  conversationId: string;
  /** Only the newest run is changed; a late attempt for an earlier run does nothing. */
  run: number;
  outcome: Outcome;
  /** The state from which the conversation can continue; null if it had not started to work. */
  finalState: ConversationState | null;
}

/**
 * Ends a run of a conversation. All ends use this function: the workflow's own, the reconciler's for a workflow that
 * is gone, and an operator's. In one transaction it writes the outcome to the rows of the conversation and the run,
 * closes everything open (closeOpenWork) and raises the revision. A standing conversation falls asleep. The conversation
 * that this one wakes has its wake-up written. Repeating it changes nothing. If the run had already ended, `keeping`
 * leaves that end and `replacing` overwrites it. Returns whether the run now has the given end.
 */
export async function endRun(
  database: Database,
  { projectId, conversationId, run, outcome, finalState }: RunEnd,
  earlierEnd: 'replacing' | 'keeping',
): Promise<boolean> {
  const ended = await database.$transaction(async (transaction) => {
    const before = await lockConversation(transaction, { projectId, conversationId });
    if (before?.run !== run) return { hasEnd: false, isNew: false };
    if (before.endedAt !== null && earlierEnd === 'keeping') return { hasEnd: false, isNew: false };
    const { state, stopReason } = outcome;
    // A standing one sleeps, unless it has nothing to go on from.
    const isAsleep = before.standing && finalState !== null;
    const shown = isAsleep ? 'sleeping' : state;
    const revision = before.revision + 1n;
    const endedAt = before.state === shown ? (before.endedAt ?? new Date()) : new Date();
    if (before.standing && !isAsleep) await dropWakeUps(transaction, { projectId, conversationId });
    const unknownCalls = await closeOpenWork(transaction, { projectId, conversationId, revision });
    const { createdAt, title, wakesId } = await transaction.conversation.update({
      where: { id: conversationId, projectId },
      data: {
        state: shown,
        standing: isAsleep,
        stopReason,
        endedAt,
        revision,
        updatedAt: new Date(),
        finalState: finalState === null ? Prisma.DbNull : (finalState as unknown as Prisma.InputJsonObject),
        unknownCalls: { increment: unknownCalls },
      },
      select: { createdAt: true, title: true, wakesId: true },
    });
    const taskWritten = { projectId, conversationId, run, writtenBy: { startsWith: WRITTEN_BY_FORM } };
    await transaction.conversationRun.upsert({
      where: { conversationId_run: { conversationId, run }, projectId },
      update: { state, stopReason, endedAt, revision },
      // Its row is there, unless a web process of an earlier version has started it.
      create: {
        projectId,
        conversationId,
        run,
        hasTask: (await transaction.message.count({ where: taskWritten })) > 0,
        state,
        stopReason,
        revision,
        startedAt: createdAt,
        endedAt,
      },
    });
    if (wakesId !== null) {
      await wakeAnother(transaction, { projectId, conversationId, run, outcome, title, wakesId });
    }
    return { hasEnd: true, isNew: before.endedAt === null };
  });
  if (ended.isNew) countRunEnded(outcome.state);
  return ended.hasEnd;
}

/**
 * Writes what wakes another conversation at the end of this one's run, if that is standing. The first end of a run counts.
 * A conversation wakes one that was there before it, so that all take the locks of a chain in the same order.
 */
async function wakeAnother(
  transaction: Transaction,
  end: Omit<RunEnd, 'finalState'> & { title: string; wakesId: string },
): Promise<void> {
  const { projectId, conversationId, run, outcome, title, wakesId } = end;
  const messages = await saidIn(transaction, { projectId, conversationId, run }, 1);
  await writeWakeUp(transaction, {
    projectId,
    conversationId: wakesId,
    source: 'conversation',
    sourceId: conversationId,
    sourceName: title,
    key: `${conversationId}:${String(run)}`,
    text: endInWords({ ...outcome, messages }),
  });
}
