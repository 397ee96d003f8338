import { deleteTemporalSchedule, lookAtSchedule } from '../platform/temporalSchedules.ts';
import { temporalScheduleId } from '../workflows/contracts/names.ts';
import { applySchedule } from './applySchedule.ts';
import { closeScheduledRuns } from './closeScheduledRuns.ts';
import { followOutside } from './followOutside.ts';
import type { ReconcilerClients } from './reconciler.ts';
import { repairTimes } from './repairTimes.ts';
import { readScheduleRow, type ScheduleRow } from './scheduleRow.ts';
import { hasRequests, sendRequests, toBeAskedFor } from './sendRequests.ts';

/** How many schedules one round looks at. */
const BATCH = 25;
/** A schedule is looked at this often, so that what somebody does with Temporal's own tools is shown within a minute. */
const LOOK_EVERY_MS = 15_000;
/** One that has ended only begins again where somebody does something with it. */
const LOOK_AT_ENDED_EVERY_MS = 3_600_000;
/** So long one worker has a schedule in hand; what it could not do by then another one does. */
const HOLD_MS = 60_000;
/** One that failed is left alone for so long: others come first, and a round is not filled with those that fail. */
const TRY_AGAIN_MS = 5_000;
/** So many are in hand at once: one for which the server takes long does not keep the others waiting. */
const AT_ONCE = 5;

/**
 * Keeps schedules and their rows together. The web writes what is to be; here it is put into Temporal: the schedule itself, a
 * pause, runs by hand, backfills, an end. What somebody did with Temporal's own tools is written into the rows. Each
 * schedule is in one worker's hands at a time; a round that breaks off is taken up by the next. One that fails is logged, and
 * tried again after the others.
 */
export async function reconcileSchedules(clients: ReconcilerClients, now: Date): Promise<void> {
  const { database } = clients;
  await closeScheduledRuns(clients, now);
  const due = await database.schedule.findMany({
    where: {
      AND: [
        { OR: [{ heldUntil: null }, { heldUntil: { lt: now } }] },
        {
          OR: [
            { unappliedSince: { not: null } },
            { repairFrom: { not: null } },
            { deletedAt: null, runs: { some: toBeAskedFor(now) } },
            { deletedAt: null, backfills: { some: { sentAt: null } } },
            {
              deletedAt: null,
              OR: [
                { seenAt: null },
                { endedAt: null, seenAt: { lt: new Date(now.getTime() - LOOK_EVERY_MS) } },
                { seenAt: { lt: new Date(now.getTime() - LOOK_AT_ENDED_EVERY_MS) } },
              ],
            },
          ],
        },
      ],
    },
    // What somebody has changed comes before what is looked at anyway.
    orderBy: [
      { unappliedSince: { sort: 'asc', nulls: 'last' } },
      { seenAt: { sort: 'asc', nulls: 'first' } },
    ],
    take: BATCH,
    select: { id: true, projectId: true },
  });
  const lane = async () => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      await visitAlone(clients, next, now);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Visits a schedule unless another worker has it in hand. */
async function visitAlone(
  clients: ReconcilerClients,
  { id, projectId }: { id: string; projectId: string },
  now: Date,
): Promise<void> {
  const { database, logger } = clients;
  const held = await database.schedule.updateMany({
    where: { id, projectId, OR: [{ heldUntil: null }, { heldUntil: { lt: now } }] },
    data: { heldUntil: new Date(Date.now() + HOLD_MS) },
  });
  if (held.count === 0) return;
  let heldUntil: Date | null = null;
  try {
    await visit(clients, await readScheduleRow(database, { id, projectId }));
  } catch (error) {
    logger.warn({ err: error, scheduleId: id }, 'schedule could not be reconciled');
    heldUntil = new Date(Date.now() + TRY_AGAIN_MS);
  }
  await database.schedule.updateMany({ where: { id, projectId }, data: { heldUntil } });
}

async function visit(clients: ReconcilerClients, row: ScheduleRow): Promise<void> {
  const { database, temporal } = clients;
  const { id, projectId } = row;
  if (row.deletedAt !== null) {
    await deleteTemporalSchedule(temporal, temporalScheduleId(id));
    await database.schedule.updateMany({
      where: { id, projectId },
      data: { unappliedSince: null, repairFrom: null, seenTimes: [] },
    });
    return;
  }
  const before = await lookAtSchedule(temporal, temporalScheduleId(id));
  // The server forgets a schedule some days after its end: it is put back for what a person still asks of it.
  const isForgotten = before === null && row.endedAt !== null;
  const isToBeApplied = row.unappliedSince !== null || (isForgotten && (await hasRequests(database, row)));
  if (isToBeApplied) {
    await applySchedule(clients, row, before);
  } else {
    await followOutside(clients, row, before);
  }
  // What has just been put there, with its own next times.
  const sight = isToBeApplied ? await lookAtSchedule(temporal, temporalScheduleId(id)) : before;
  if (sight === null) return;
  const fresh = await readScheduleRow(database, { id, projectId });
  if (fresh.repairFrom !== null && !(await repairTimes(clients, fresh, sight))) return;
  await sendRequests(clients, fresh);
  const { info, state } = sight.description;
  await database.schedule.updateMany({
    where: { id, projectId },
    data: {
      seenAt: new Date(),
      seenTimes: info.nextActionTimes,
      seenTaken: info.numActionsTaken,
      seenMissed: info.numActionsMissedCatchupWindow,
      seenSkipped: info.numActionsSkippedOverlap,
      seenDropped: sight.dropped,
      seenWaiting: sight.waiting,
      seenRemaining: state.remainingActions ?? null,
      endedAt: isOver(sight) && fresh.unappliedSince === null ? (fresh.endedAt ?? new Date()) : null,
    },
  });
}

/** It has no time left, or no run. */
function isOver({
  description: { info, state },
  waiting,
}: NonNullable<Awaited<ReturnType<typeof lookAtSchedule>>>) {
  if (waiting > 0) return false;
  return state.remainingActions === 0 || info.nextActionTimes.length === 0;
}
