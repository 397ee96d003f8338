import { endScheduledRun } from '../activities/transcript/endScheduledRun.ts';
import { scheduledRunWorkflowId } from '../workflows/contracts/names.ts';
import type { ReconcilerClients } from './reconciler.ts';
import { workflowStands } from './workflowStands.ts';

const BATCH = 100;
/** A run whose workflow has just begun it is left alone. */
const GRACE_MS = 15_000;

/**
 * Ends runs of schedules whose workflow no longer does: it was terminated (also by the overlap policy) or is gone. Their
 * conversations have been asked to end by then; one that never began is ended here. One that was woken goes on, and is waited for.
 */
export async function closeScheduledRuns(
  { database, temporal, logger }: ReconcilerClients,
  now: Date,
): Promise<void> {
  const rows = await database.scheduledRun.findMany({
    where: {
      state: 'running',
      startedAt: { lt: new Date(now.getTime() - GRACE_MS) },
      // Only those of which something has ended: the others are going.
      OR: [
        { conversation: { state: { in: ['starting', 'finished', 'stopped', 'cancelled', 'failed'] } } },
        { wakeUp: { OR: [{ state: 'dropped' }, { takenBy: { endedAt: { not: null } } }] } },
        { conversationId: null, wakeUpId: null },
      ],
    },
    orderBy: { startedAt: 'asc' },
    take: BATCH,
    select: { id: true, projectId: true, scheduleId: true, nominalAt: true },
  });
  for (const { id: runId, projectId, scheduleId, nominalAt } of rows) {
    try {
      const stands = await workflowStands(temporal, scheduledRunWorkflowId(scheduleId, nominalAt));
      if (stands === 'going') continue;
      if (await endScheduledRun(database, { projectId, scheduleId, runId })) {
        logger.info({ scheduleId, runId }, 'run of a schedule without a workflow closed');
      }
    } catch (error) {
      // The others are closed all the same; this one is tried again in the next round.
      logger.warn({ err: error, scheduleId, runId }, 'run of a schedule could not be closed');
    }
  }
}
