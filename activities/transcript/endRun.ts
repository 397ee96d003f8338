import type { Database } from '../../platform/database.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { ConversationState, Outcome } from '../../workflows/domain/conversation/state.ts';
import { WRITTEN_BY_FORM } from '../../workflows/domain/writer.ts';
import { closeOpenWork } from './closeOpenWork.ts';

/** The end of a conversation's run. */
export interface RunEnd {
  projectId: string;
  conversationId: string;
  /** Another run than the newest is left alone: a late attempt, after the next one was asked for. */
  run: number;
  outcome: Outcome;
  /** Where it stood, to go on from; null: it had not begun to work. */
  finalState: ConversationState | null;
}

/**
 * Ends a run of a conversation: the one way, whoever has ended it (its own workflow, the reconciler that finds that
 * workflow gone, an operator behind our back). The rows of the conversation and of its run get the outcome, all that is
 * open is closed (closeOpenWork), and the revision tells whoever watches. In one transaction; twice is once. Where it has
 * ended before, `keeping` leaves that end as it stands, and `replacing` puts this one in its place. Returns whether the
 * end stands there now that was asked for.
 */
export async function endRun(
  database: Database,
  { projectId, conversationId, run, outcome, finalState }: RunEnd,
  earlierEnd: 'replacing' | 'keeping',
): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const before = await lockConversation(transaction, { projectId, conversationId });
    if (before?.run !== run) return false;
    if (before.endedAt !== null && earlierEnd === 'keeping') return false;
    const { state, stopReason } = outcome;
    const revision = before.revision + 1n;
    const endedAt = before.state === state ? (before.endedAt ?? new Date()) : new Date();
    const unknownCalls = await closeOpenWork(transaction, { projectId, conversationId, revision });
    const { createdAt } = await transaction.conversation.update({
      where: { id: conversationId, projectId },
      data: {
        state,
        stopReason,
        endedAt,
        revision,
        updatedAt: new Date(),
        finalState: finalState === null ? Prisma.DbNull : (finalState as unknown as Prisma.InputJsonObject),
        unknownCalls: { increment: unknownCalls },
      },
      select: { createdAt: true },
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
    return true;
  });
}
