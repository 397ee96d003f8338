import type { Database } from '../platform/database.ts';
import { serverSpecSchema } from '../workflows/contracts/schedules/storedSchedule.ts';
import { oneOf } from '../workflows/domain/recordStates.ts';
import { overlapPolicies } from '../workflows/domain/schedules/states.ts';

/** A schedule's row with its newest revision. */
export async function readScheduleRow(
  database: Database,
  { id, projectId }: { id: string; projectId: string },
) {
  const row = await database.schedule.findUniqueOrThrow({ where: { id, projectId } });
  const newest = await database.scheduleRevision.findUniqueOrThrow({
    where: { scheduleId_revision: { scheduleId: id, revision: row.revision }, projectId },
  });
  return {
    ...row,
    newest: {
      ...newest,
      overlap: oneOf(overlapPolicies, newest.overlap),
      serverSpec: serverSpecSchema.parse(newest.serverSpec),
    },
  };
}

export type ScheduleRow = Awaited<ReturnType<typeof readScheduleRow>>;
