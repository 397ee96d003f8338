import { workingCalendarSchema } from '../../../../workflows/contracts/calendarInput.ts';
import type { WorkingCalendar } from '../../../../workflows/domain/time/workingTime.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import type { CalendarView } from './calendarView.ts';

/** A project has few. */
const MOST = 500;

/** The project's working calendars by name. */
export async function listCalendars({ projectId }: ProjectScope): Promise<CalendarView[]> {
  const rows = await services().database.workingCalendar.findMany({
    where: { projectId },
    orderBy: { name: 'asc' },
    take: MOST,
  });
  return rows.map(viewOf);
}

/** The names of the project's working calendars, for a team's editor. */
export async function listCalendarNames({ projectId }: ProjectScope): Promise<string[]> {
  const rows = await services().database.workingCalendar.findMany({
    where: { projectId },
    orderBy: { name: 'asc' },
    take: MOST,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

/** One of the project's working calendars; null if it has none of this id. */
export async function readCalendar(
  { projectId }: ProjectScope,
  calendarId: string,
): Promise<CalendarView | null> {
  const row = await services().database.workingCalendar.findFirst({ where: { id: calendarId, projectId } });
  return row === null ? null : viewOf(row);
}

/** Makes a working calendar; null if the project has one of this name. */
export async function createCalendar(
  scope: ProjectScope,
  { userId, name, calendar }: { userId: string; name: string; calendar: WorkingCalendar },
): Promise<CalendarView | null> {
  const { projectId } = scope;
  try {
    return await services().database.$transaction(async (transaction) => {
      const row = await transaction.workingCalendar.create({
        data: { projectId, name, ...columnsOf(calendar), createdBy: userId },
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'calendar.create',
        subjectType: 'calendar',
        subjectId: row.id,
        detail: { name },
      });
      return viewOf(row);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Replaces a calendar’s description. Tasks that are open keep their times. Null if the project has none of this id. */
export async function updateCalendar(
  scope: ProjectScope,
  { userId, calendarId, calendar }: { userId: string; calendarId: string; calendar: WorkingCalendar },
): Promise<CalendarView | null> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const [row] = await transaction.workingCalendar.updateManyAndReturn({
      where: { id: calendarId, projectId },
      data: { ...columnsOf(calendar), updatedAt: new Date() },
    });
    if (row === undefined) return null;
    await recordAudit(transaction, scope, {
      userId,
      action: 'calendar.update',
      subjectType: 'calendar',
      subjectId: calendarId,
      detail: { name: row.name },
    });
    return viewOf(row);
  });
}

/** Deletes a calendar: tasks of teams that name it count all hours from now on. Returns whether there was one of this id. */
export async function deleteCalendar(
  scope: ProjectScope,
  { userId, calendarId }: { userId: string; calendarId: string },
): Promise<boolean> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const { count } = await transaction.workingCalendar.deleteMany({ where: { id: calendarId, projectId } });
    if (count === 0) return false;
    await recordAudit(transaction, scope, {
      userId,
      action: 'calendar.delete',
      subjectType: 'calendar',
      subjectId: calendarId,
    });
    return true;
  });
}

function columnsOf({ timeZone, week, holidays }: WorkingCalendar) {
  return { timeZone, week: { ...week } as object, holidays: holidays as object[] };
}

interface CalendarRow {
  id: string;
  name: string;
  timeZone: string;
  week: unknown;
  holidays: unknown;
  createdAt: Date;
  updatedAt: Date;
}

function viewOf({ id, name, timeZone, week, holidays, createdAt, updatedAt }: CalendarRow): CalendarView {
  return {
    id,
    name,
    ...workingCalendarSchema.parse({ timeZone, week, holidays }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
