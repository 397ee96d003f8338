import { firstMomentOf, wallSeconds, wallTimeAt, wallTimeOf, zoneClock } from '../time/zoneClock.ts';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The moment of a local time such as "2027-01-31T09:00" in a zone (ISO 8601, UTC). A time that comes twice is the first one; one
 * that the clocks jump over is as long after the jump as it would be after its begin. Null: the text is no local time.
 */
export function momentOfLocal(text: string, timeZone: string): string | null {
  const found = LOCAL.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  const wall = wallSeconds({ year, month, day, hour, minute, second });
  // 30 February would be a day in March, and the year 50 one of the last century.
  const read = wallTimeOf(wall);
  if (read.day !== day || read.year !== year) return null;
  return new Date(firstMomentOf(zoneClock(timeZone), wall) * 1_000).toISOString();
}

/** The local time of a moment in a zone, as a form's field takes it: "2027-01-31T09:00", with seconds where it has some. */
export function localOfMoment(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallTimeAt(
    zoneClock(timeZone),
    Math.floor(at.getTime() / 1_000),
  );
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  return second === 0 ? text : `${text}:${two(second)}`;
}
