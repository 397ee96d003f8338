import type { ScheduleSight } from '../platform/temporalSchedules.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { overlapOfName, serverSpecOf } from '../workflows/contracts/schedules/serverSchedule.ts';
import { storedSpecSchema } from '../workflows/contracts/schedules/storedSchedule.ts';
import { compileSpec, RECOMPILE_AFTER_DAYS } from '../workflows/domain/schedules/compileSpec.ts';
import type { ReconcilerClients } from './reconciler.ts';
import type { ScheduleRow } from './scheduleRow.ts';

const DAY_MS = 86_400_000;

/**
 * Writes into a schedule's rows what somebody did to it with Temporal's own tools: paused it, let it go on, edited it (its
 * dates are those of the edit from then on), or deleted it.
 */
export async function followOutside(
  clients: ReconcilerClients,
  row: ScheduleRow,
  sight: ScheduleSight | null,
): Promise<void> {
  if (sight === null) return followDelete(clients, row);
  if (sight.fingerprint !== row.appliedFingerprint) await followEdit(clients, row, sight);
  else await lookAhead(clients, row);
  if (sight.description.state.paused !== (row.pausedAt !== null)) await followPause(clients, row, sight);
}

async function followDelete({ database, logger }: ReconcilerClients, row: ScheduleRow): Promise<void> {
  const { id, projectId } = row;
  // The server forgets a schedule some days after its end, and never had one that it refused.
  const isDeleted = row.endedAt === null && row.appliedFingerprint !== null;
  await database.schedule.updateMany({
    where: { id, projectId, unappliedSince: null },
    data: { seenAt: new Date(), seenTimes: [], ...(isDeleted ? { outsideChange: 'deleted' } : {}) },
  });
  if (isDeleted && row.outsideChange !== 'deleted') {
    logger.warn({ scheduleId: id }, 'schedule was deleted from outside');
  }
}

async function followEdit({ database, logger }: ReconcilerClients, row: ScheduleRow, sight: ScheduleSight) {
  const { id, projectId, revision } = row;
  const { spec, policies } = sight.description;
  await database.$transaction(async (transaction) => {
    const changed = await transaction.schedule.updateMany({
      where: { id, projectId, revision, unappliedSince: null },
      data: {
        revision: revision + 1,
        outsideChange: 'edited',
        appliedFingerprint: sight.fingerprint,
        updatedAt: new Date(),
      },
    });
    // A person has changed it in the meantime, which counts.
    if (changed.count === 0) return;
    await transaction.scheduleRevision.create({
      data: {
        scheduleId: id,
        projectId,
        revision: revision + 1,
        serverSpec: serverSpecOf(spec) as unknown as Prisma.InputJsonObject,
        overlap: overlapOfName(policies.overlap ?? ''),
        catchUpSeconds: Math.round(policies.catchupWindow / 1_000),
        effectiveAt: sight.updatedAt ?? new Date(),
      },
    });
  });
  logger.warn({ scheduleId: id }, 'schedule was edited from outside');
}

async function followPause({ database, logger }: ReconcilerClients, row: ScheduleRow, sight: ScheduleSight) {
  const { id, projectId } = row;
  const { paused, note = '' } = sight.description.state;
  const now = new Date();
  await database.$transaction(async (transaction) => {
    const changed = await transaction.schedule.updateMany({
      where: { id, projectId, unappliedSince: null },
      data: { pausedAt: paused ? now : null, pauseNote: note, updatedAt: now },
    });
    if (changed.count === 0) return;
    if (paused) {
      // When it was is not known: after it was last seen.
      const pausedAt = row.seenAt ?? now;
      await transaction.schedulePause.create({
        data: { projectId, scheduleId: id, pausedAt, note, cause: 'outside' },
      });
    } else {
      await transaction.schedulePause.updateMany({
        where: { scheduleId: id, projectId, resumedAt: null },
        data: { resumedAt: now },
      });
    }
  });
  logger.warn({ scheduleId: id, paused }, 'schedule was paused or resumed from outside');
}

/**
 * Writes the coming changes of the clocks into a schedule, as its next revision, long before those that stand in it have
 * passed; this also takes over a newer time zone database.
 */
async function lookAhead({ database }: ReconcilerClients, row: ScheduleRow): Promise<void> {
  const { id, projectId, revision, newest } = row;
  const now = new Date();
  if (newest.spec === null || now.getTime() - newest.createdAt.getTime() < RECOMPILE_AFTER_DAYS * DAY_MS)
    return;
  const serverSpec = compileSpec(storedSpecSchema.parse(newest.spec), now);
  await database.$transaction(async (transaction) => {
    const changed = await transaction.schedule.updateMany({
      where: { id, projectId, revision, unappliedSince: null },
      data: { revision: revision + 1, unappliedSince: now },
    });
    if (changed.count === 0) return;
    await transaction.scheduleRevision.create({
      data: {
        scheduleId: id,
        projectId,
        revision: revision + 1,
        spec: newest.spec as Prisma.InputJsonObject,
        serverSpec: serverSpec as unknown as Prisma.InputJsonObject,
        overlap: newest.overlap,
        catchUpSeconds: newest.catchUpSeconds,
      },
    });
  });
}
