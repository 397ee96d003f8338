import { weekdays, type WorkingCalendar } from '../../workflows/domain/time/workingTime.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * A calendar of which nothing passes for the next days: all hours of every day in UTC but those of yesterday to three days from now. With
 * it, the moment at which time begins to pass.
 */
export function closedForDays(now = Date.now()): { calendar: WorkingCalendar; opensAtMs: number } {
  const allDay = [{ from: '00:00', to: '24:00' }];
  const week = Object.fromEntries(weekdays.map((day) => [day, allDay])) as WorkingCalendar['week'];
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const holidays = [-1, 0, 1, 2, 3].map((days) => ({
    date: new Date(midnight + days * DAY_MS).toISOString().slice(0, 10),
    name: 'Closed',
    hours: [],
  }));
  return { calendar: { timeZone: 'UTC', week, holidays }, opensAtMs: midnight + 4 * DAY_MS };
}

/** The columns of a calendar's row. */
export function calendarColumns({ timeZone, week, holidays }: WorkingCalendar) {
  return { timeZone, week: { ...week } as object, holidays: holidays as object[] };
}
