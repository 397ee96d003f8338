import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSchedule,
  lookAtSchedule,
  pauseSchedule,
  type ScheduleSight,
  updateSchedule,
} from '../platform/temporalSchedules.ts';
import { temporalScheduleId } from '../workflows/contracts/names.ts';
import { temporalSchedule } from '../workflows/contracts/schedules/serverSchedule.ts';
import type { ReconcilerClients } from './reconciler.ts';
import type { ScheduleRow } from './scheduleRow.ts';

/** The server takes a change a moment after it has said yes to it. */
const TAKEN_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/**
 * Puts into Temporal what a schedule's row says: makes it, writes it anew, pauses it or lets it go on. The row then says from
 * when on the server went by it. Broken off anywhere and done again, it ends the same.
 */
export async function applySchedule(
  clients: ReconcilerClients,
  row: ScheduleRow,
  before: ScheduleSight | null,
): Promise<void> {
  const { database, temporal, taskQueue, logger } = clients;
  const { id, projectId, revision, unappliedSince } = row;
  const where = { id, projectId };
  const kept = temporalSchedule({
    id,
    projectId,
    name: row.name,
    revision,
    spec: row.newest.serverSpec,
    overlap: row.newest.overlap,
    catchUpSeconds: row.newest.catchUpSeconds,
    remainingRuns: await remainingRuns(clients, row),
    isPaused: row.pausedAt !== null,
    pauseNote: row.pauseNote,
  });
  let problem = '';
  try {
    if (before === null) {
      await createSchedule(temporal, taskQueue, kept);
    } else if (before.revision !== revision || row.outsideChange === 'edited') {
      // Times that the server may forget by this are looked at afterwards.
      if (row.repairFrom === null && row.seenAt !== null) {
        await database.schedule.updateMany({ where, data: { repairFrom: row.seenAt } });
      }
      await updateSchedule(temporal, taskQueue, kept);
    } else if (before.description.state.paused !== kept.isPaused) {
      await pauseSchedule(temporal, kept.scheduleId, kept.isPaused, kept.note === '' ? '–' : kept.note);
    }
  } catch (error) {
    // The server takes no such schedule: nothing that trying again could mend.
    if (!(error instanceof TypeError)) throw error;
    problem = error.message;
    logger.warn({ scheduleId: id, problem }, 'the server does not take a schedule');
  }
  const sight = problem === '' ? await waitUntilTaken(clients, row) : before;
  const now = new Date();
  await database.$transaction(async (transaction) => {
    if (sight !== null && problem === '') {
      // Not before the server went by it; of an update that it took, the server says when that was.
      const effectiveAt = (before === null ? null : sight.updatedAt) ?? sight.description.info.createdAt;
      await transaction.scheduleRevision.updateMany({
        where: { scheduleId: id, projectId, revision, effectiveAt: null },
        data: { effectiveAt },
      });
      const open = { scheduleId: id, projectId, resumedAt: null };
      if (row.pausedAt === null) {
        await transaction.schedulePause.updateMany({ where: open, data: { resumedAt: now } });
      } else if ((await transaction.schedulePause.count({ where: open })) === 0) {
        const { pausedAt, pauseNote: note } = row;
        await transaction.schedulePause.create({
          data: { projectId, scheduleId: id, pausedAt, note, cause: 'person' },
        });
      }
    }
    await transaction.schedule.updateMany({
      where,
      data: {
        appliedAt: now,
        applyProblem: problem,
        outsideChange: null,
        ...(sight === null ? {} : { appliedFingerprint: sight.fingerprint }),
      },
    });
    // A change in the meantime is still to be put there.
    await transaction.schedule.updateMany({
      where: { ...where, unappliedSince },
      data: { unappliedSince: null },
    });
  });
}

/** Looks until the server goes by what it was told. */
async function waitUntilTaken(
  { temporal }: ReconcilerClients,
  { id, revision, pausedAt }: ScheduleRow,
): Promise<ScheduleSight> {
  const deadline = Date.now() + TAKEN_WITHIN_MS;
  for (;;) {
    const sight = await lookAtSchedule(temporal, temporalScheduleId(id));
    const isTaken =
      sight !== null && sight.revision === revision && sight.description.state.paused === (pausedAt !== null);
    if (isTaken) return sight;
    // Somebody else has written it at the same time, or the server is slow: the next round tries again.
    if (Date.now() > deadline) throw new Error('the server has not taken a schedule yet');
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Runs that it may still have; null: no limit. */
async function remainingRuns(
  { database }: ReconcilerClients,
  { id: scheduleId, projectId, maxRuns }: ScheduleRow,
): Promise<number | null> {
  if (maxRuns === null) return null;
  const begun = await database.scheduledRun.count({
    where: { scheduleId, projectId, kind: 'scheduled', startedAt: { not: null } },
  });
  return Math.max(0, maxRuns - begun);
}
