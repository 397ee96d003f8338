import type { Database } from '../../platform/database.ts';
import { workingCalendarSchema } from '../../workflows/contracts/calendarInput.ts';
import type { WorkingCalendar } from '../../workflows/domain/time/workingTime.ts';

/** The project's working calendar of this name; null if it has none. */
export async function readCalendar(
  database: Database,
  { projectId, name }: { projectId: string; name: string },
): Promise<WorkingCalendar | null> {
  const row = await database.workingCalendar.findUnique({
    where: { projectId_name: { projectId, name } },
    select: { timeZone: true, week: true, holidays: true },
  });
  return row === null ? null : workingCalendarSchema.parse(row);
}
