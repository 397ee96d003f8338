import { signalOrStart } from '../platform/startWorkflow.ts';
import { standingStart } from '../workflows/contracts/standing.ts';
import { lookForWakeUpsSignal } from '../workflows/messages.ts';
import type { ReconcilerClients } from './reconciler.ts';

/** How many rows one round looks at. */
const BATCH = 200;

/** Whoever wrote a wake-up tells its workflow at once; this is how long that has time. */
const GRACE_MS = 1_000;

/** A sleeping conversation that has been told and has not begun a run by then is told again. */
const TELL_AGAIN_MS = 60_000;

/**
 * Tells the workflows of sleeping conversations that something waits for them, where whoever wrote it could not. One
 * whose run is going is not told: the end of the run tells it. Safe to run in many workers at once.
 */
export async function reconcileWakeUps(
  { database, temporal, taskQueue, logger }: ReconcilerClients,
  now: Date,
): Promise<void> {
  const untold = await database.wakeUp.findMany({
    where: {
      state: 'waiting',
      createdAt: { lt: new Date(now.getTime() - GRACE_MS) },
      OR: [{ toldAt: null }, { toldAt: { lt: new Date(now.getTime() - TELL_AGAIN_MS) } }],
      conversation: { standing: true, state: 'sleeping', endedAt: { not: null } },
    },
    orderBy: { createdAt: 'asc' },
    take: BATCH,
    distinct: ['conversationId'],
    select: { conversationId: true, projectId: true },
  });
  for (const { conversationId, projectId } of untold) {
    await signalOrStart(
      temporal,
      taskQueue,
      standingStart({ projectId, conversationId }),
      lookForWakeUpsSignal,
    );
    await database.wakeUp.updateMany({
      where: { conversationId, projectId, state: 'waiting' },
      data: { toldAt: now },
    });
    logger.info({ conversationId }, 'told a standing conversation again');
  }
}
