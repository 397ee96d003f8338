import {
  type ClockChange,
  clockChanges,
  dayOfWeek,
  wallSeconds,
  type WallTime,
  wallTimeOf,
  zoneClock,
} from '../time/zoneClock.ts';
import { readCron } from './cron.ts';
import { calendarOf, FIRST_YEAR, LAST_YEAR, takes } from './fieldRanges.ts';
import { dueTimes, timesBetween } from './serverTimes.ts';
import type { Calendar, FieldRange, Interval, ScheduleSpec, ServerSpec } from './spec.ts';

/** How far ahead changes of the clocks are written into a spec that treats them otherwise than the server. */
export const CLOCK_HORIZON_YEARS = 6;

/** A spec that is older than this is compiled anew, so that the horizon stays years away. */
export const RECOMPILE_AFTER_DAYS = 90;

const YEAR_SECONDS = 366 * 86_400;

/**
 * A spec as the Temporal server is told it. Where the clocks change, the server does not always do what a person chose: it
 * leaves out a local time that does not exist (unless the jump is less than an hour), and a local time that comes twice it
 * takes twice or, mostly east of Greenwich, once; a day whose midnight does not exist it takes for the day of the week before. So each change of the clocks within the horizon is looked at: if the
 * server would do otherwise than the spec says, the hours are taken out of the calendars on that date, and its times of
 * them are written down one by one.
 * Throws UnreadableTimesError for a text that says no times.
 */
export function compileSpec(spec: ScheduleSpec, now: Date): ServerSpec {
  const { timing, timeZone, startAt, endAt, jitterSeconds } = spec;
  const plain = { skip: [], timeZone, startAt, endAt, jitterSeconds };
  if (timing.kind === 'interval') {
    const { everySeconds, offsetSeconds } = timing;
    return { ...plain, calendars: [], intervals: [{ everySeconds, offsetSeconds }] };
  }
  const read =
    timing.kind === 'cron'
      ? timing.expressions.map(readCron)
      : timing.calendars.map((calendar) => ({ calendar: calendarOf(calendar) }));
  const calendars = read.flatMap((each) => ('calendar' in each ? [each.calendar] : []));
  const intervals = read.flatMap((each) => ('interval' in each ? [each.interval] : []));
  const from = Math.floor(now.getTime() / 1_000);
  const changes = clockChanges(zoneClock(timeZone), from, from + CLOCK_HORIZON_YEARS * YEAR_SECONDS);
  const treated = changes.reduce((times, change) => treatChange(times, change, spec), {
    calendars: changes.reduce(nameDayWithoutMidnight, calendars),
    moments: [] as number[],
  });
  return {
    ...plain,
    calendars: treated.calendars,
    intervals: [...intervals, ...treated.moments.map(onlyAt)],
  };
}

interface Times {
  calendars: Calendar[];
  /** Times besides those of the calendars. */
  moments: number[];
}

/**
 * A day that begins after a jump over midnight stands in the calendars by its date instead of its day of the week: the
 * server asks for the latter at midnight, when the clocks still show the day before.
 */
function nameDayWithoutMidnight(calendars: Calendar[], { at, before, after }: ClockChange): Calendar[] {
  const midnight = Math.ceil((at + before) / 86_400) * 86_400;
  if (midnight >= at + after) return calendars;
  const date = wallTimeOf(midnight);
  const day = dayOfWeek(date);
  const dayBefore = dayOfWeek(wallTimeOf(midnight - 86_400));
  return calendars.flatMap((calendar) => {
    const names = takes(calendar.dayOfWeek, day);
    if (names === takes(calendar.dayOfWeek, dayBefore) || !takesDate(calendar, date)) return [calendar];
    const others = without(calendar, date, EVERY_HOUR);
    return names ? [...others, { ...onDate(calendar, date), dayOfWeek: EVERY_DAY }] : others;
  });
}

function treatChange(
  times: Times,
  { at, before, after }: ClockChange,
  { timeZone, gap, fold }: Pick<ScheduleSpec, 'timeZone' | 'gap' | 'fold'>,
): Times {
  /** The local times that do not exist, or come twice, and the whole hours around them. */
  const first = at + Math.min(before, after);
  const last = at + Math.max(before, after);
  const from = Math.floor(first / 3_600) * 3_600;
  const until = Math.ceil(last / 3_600) * 3_600;
  const walls = wallTimesIn(times.calendars, from, until);
  if (walls.length === 0) return times;
  const wanted = new Set(
    walls.flatMap((wall) => {
      if (wall < first) return [wall - before];
      if (wall >= last) return [wall - after];
      if (after > before) return gap === 'skip' ? [] : [at];
      return fold === 'once' ? [wall - before] : [wall - before, wall - after];
    }),
  );
  const due = dueTimes({ ...PLAIN, calendars: times.calendars, timeZone });
  const onServer = timesBetween(due, from - before - 1, until - after - 1, walls.length * 2 + 1);
  if (onServer.length === wanted.size && onServer.every((moment) => wanted.has(moment))) return times;
  const calendars = datesOf(from, until).reduce((left, date) => {
    const hours = hoursBetween(date, from, until);
    return left.flatMap((calendar) => {
      const isDue =
        takesDate(calendar, date) &&
        takes(calendar.dayOfWeek, dayOfWeek(date)) &&
        hours.some((hour) => takes(calendar.hour, hour));
      return isDue ? without(calendar, date, hours) : [calendar];
    });
  }, times.calendars);
  return { calendars, moments: [...times.moments, ...[...wanted].sort((one, other) => one - other)] };
}

const PLAIN = { intervals: [], skip: [], startAt: null, endAt: null, jitterSeconds: 0 };

/**
 * An interval that is due at one moment: the next time is as far away as 1970, after 2080. (Counted from the moment itself it would be
 * due late: the server divides towards zero.)
 */
function onlyAt(moment: number): Interval {
  return { everySeconds: moment, offsetSeconds: 0 };
}

const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => hour);
const EVERY_DAY: FieldRange[] = [{ start: 0, end: 6, step: 1 }];

/** Whether a calendar takes a date, whatever its day of the week. */
function takesDate(calendar: Calendar, { year, month, day }: WallTime): boolean {
  return (
    (calendar.year.length === 0 || takes(calendar.year, year)) &&
    takes(calendar.month, month) &&
    takes(calendar.dayOfMonth, day)
  );
}

/** A calendar's times on one date. */
function onDate(calendar: Calendar, { year, month, day }: WallTime): Calendar {
  return { ...calendar, year: [only(year)], month: [only(month)], dayOfMonth: [only(day)] };
}

/** A calendar's times but those in hours of a date that it takes. */
function without(calendar: Calendar, date: WallTime, hours: readonly number[]): Calendar[] {
  const { year, month, day } = date;
  const years = calendar.year.length === 0 ? [{ start: FIRST_YEAR, end: LAST_YEAR, step: 1 }] : calendar.year;
  const inYear = { ...calendar, year: [only(year)] };
  const inMonth = { ...inYear, month: [only(month)] };
  return [
    { ...calendar, year: rangesBut(years, [year]) },
    { ...inYear, month: rangesBut(calendar.month, [month]) },
    { ...inMonth, dayOfMonth: rangesBut(calendar.dayOfMonth, [day]) },
    { ...onDate(calendar, date), hour: rangesBut(calendar.hour, hours) },
  ].filter((part) =>
    [part.year, part.month, part.dayOfMonth, part.hour].every((ranges) => ranges.length > 0),
  );
}

function only(value: number): FieldRange {
  return { start: value, end: value, step: 1 };
}

/** The values of ranges but some, as few ranges. */
function rangesBut(ranges: readonly FieldRange[], left: readonly number[]): FieldRange[] {
  const values = new Set<number>();
  for (const { start, end, step } of ranges)
    for (let value = start; value <= end; value += step) values.add(value);
  for (const value of left) values.delete(value);
  const kept: FieldRange[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = kept.at(-1);
    if (last?.end === value - 1) last.end = value;
    else kept.push(only(value));
  }
  return kept;
}

/** The local times of calendars from one (inclusive) to another; both as if they were in UTC. */
function wallTimesIn(calendars: readonly Calendar[], from: number, until: number): number[] {
  const found: number[] = [];
  for (let minute = Math.floor(from / 60) * 60; minute < until; minute += 60) {
    const wall = wallTimeOf(minute);
    const day = dayOfWeek(wall);
    for (const calendar of calendars) {
      const takesMinute =
        takesDate(calendar, wall) &&
        takes(calendar.dayOfWeek, day) &&
        takes(calendar.hour, wall.hour) &&
        takes(calendar.minute, wall.minute);
      if (!takesMinute) continue;
      for (let second = 0; second < 60; second += 1) {
        const at = minute + second;
        if (at >= from && at < until && takes(calendar.second, second)) found.push(at);
      }
    }
  }
  return found;
}

/** The dates that local times fall on. */
function datesOf(from: number, until: number): WallTime[] {
  const dates: WallTime[] = [];
  for (let day = Math.floor(from / 86_400); day * 86_400 < until; day += 1)
    dates.push(wallTimeOf(day * 86_400));
  return dates;
}

/** The hours of a date that local times fall on. */
function hoursBetween(date: WallTime, from: number, until: number): number[] {
  const midnight = wallSeconds({ ...date, hour: 0, minute: 0, second: 0 });
  return Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
    const start = midnight + hour * 3_600;
    return start < until && start + 3_600 > from;
  });
}
