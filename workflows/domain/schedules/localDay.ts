import { firstMomentOf, wallSeconds, wallTimeAt, zoneClock } from '../time/zoneClock.ts';

/** When the day began in a time zone in which a moment is: of a midnight that comes twice, the first time. */
export function startOfDay(at: Date, timeZone: string): Date {
  const clock = zoneClock(timeZone);
  const wall = wallTimeAt(clock, Math.floor(at.getTime() / 1_000));
  return new Date(firstMomentOf(clock, wallSeconds({ ...wall, hour: 0, minute: 0, second: 0 })) * 1_000);
}

/** A moment as the clock of a zone shows it, to the minute: "2027-03-28 09:00". */
export function localTimeInWords(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeAt(
    zoneClock(timeZone),
    Math.floor(at.getTime() / 1_000),
  );
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
