import { backfillSchedule, triggerSchedule } from '../platform/temporalSchedules.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { temporalScheduleId } from '../workflows/contracts/names.ts';
import { overlapNames } from '../workflows/contracts/schedules/serverSchedule.ts';
import { oneOf } from '../workflows/domain/recordStates.ts';
import { overlapPolicies } from '../workflows/domain/schedules/states.ts';
import type { ReconcilerClients } from './reconciler.ts';
import type { ScheduleRow } from './scheduleRow.ts';

/** A run by hand that has not begun by then is asked for again; its time makes it the same run. */
const ASK_AGAIN_MS = 60_000;

/** Runs that a person has asked for and the server has not been asked for, or long ago. */
export function toBeAskedFor(now: Date) {
  return {
    state: 'requested',
    OR: [{ workflowRunId: null }, { createdAt: { lt: new Date(now.getTime() - ASK_AGAIN_MS) } }],
  } satisfies Prisma.ScheduledRunWhereInput;
}

/** Whether a person has asked for something that the server has not been asked for. */
export async function hasRequests(
  database: ReconcilerClients['database'],
  { id: scheduleId, projectId }: ScheduleRow,
): Promise<boolean> {
  const ofSchedule = { scheduleId, projectId };
  const run = await database.scheduledRun.findFirst({
    where: { ...ofSchedule, ...toBeAskedFor(new Date()) },
    select: { id: true },
  });
  if (run !== null) return true;
  return (await database.scheduleBackfill.count({ where: { ...ofSchedule, sentAt: null } })) > 0;
}

/** Has the server start what a person has asked for: runs by hand, and backfills. */
export async function sendRequests(
  { database, temporal }: ReconcilerClients,
  row: ScheduleRow,
): Promise<void> {
  const { id: scheduleId, projectId } = row;
  const temporalId = temporalScheduleId(scheduleId);
  const requested = await database.scheduledRun.findMany({
    where: {
      scheduleId,
      projectId,
      ...toBeAskedFor(new Date()),
    },
    orderBy: { nominalAt: 'asc' },
    select: { id: true, nominalAt: true },
  });
  for (const { id, nominalAt } of requested) {
    // A run by hand waits for nothing and ends nothing.
    await triggerSchedule(temporal, temporalId, { nominalAt, overlap: 'ALLOW_ALL' });
    await database.scheduledRun.updateMany({
      where: { id, projectId, state: 'requested' },
      data: { workflowRunId: 'asked for', createdAt: new Date() },
    });
  }
  const unsent = await database.scheduleBackfill.findMany({
    where: { scheduleId, projectId, sentAt: null },
    orderBy: { createdAt: 'asc' },
  });
  for (const { id, rangeFrom, rangeUntil, overlap } of unsent) {
    const policy = overlapNames[oneOf(overlapPolicies, overlap)];
    await backfillSchedule(temporal, temporalId, { start: rangeFrom, end: rangeUntil, overlap: policy });
    await database.scheduleBackfill.updateMany({ where: { id, projectId }, data: { sentAt: new Date() } });
  }
}
