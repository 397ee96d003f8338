import {
  dayOfWeek,
  wallSeconds,
  type WallTime,
  wallTimeAt,
  type ZoneClock,
  zoneClock,
} from '../time/zoneClock.ts';
import { LAST_YEAR, takes } from './fieldRanges.ts';
import type { Calendar, Interval, ServerSpec } from './spec.ts';

const HOUR = 3_600;

/** The times at which a spec is due, one after another. */
export interface DueTimes {
  /** The first time after a moment, both as seconds since 1970; null: there is none. */
  after: (seconds: number) => number | null;
}

/**
 * The times that the Temporal server computes from a spec, without jitter. This is its own calculation, with its view of
 * local times that do not exist or come twice, and not a definition of our own: a preview that disagreed with the server
 * would be worth nothing (a test compares the two).
 */
export function dueTimes(spec: ServerSpec): DueTimes {
  const clock = zoneClock(spec.timeZone);
  const startAt = spec.startAt === null ? null : Math.ceil(Date.parse(spec.startAt) / 1_000);
  const endAt = spec.endAt === null ? null : Math.floor(Date.parse(spec.endAt) / 1_000);
  const nextOf = spec.calendars.map((calendar) => rememberNext(clock, calendar));
  const raw = (seconds: number): number | null => {
    let first: number | null = null;
    for (const next of nextOf.map((each) => each(seconds))) {
      if (next !== null && (first === null || next < first)) first = next;
    }
    for (const interval of spec.intervals) {
      const next = nextIntervalTime(interval, seconds);
      if (first === null || next < first) first = next;
    }
    return first;
  };
  return {
    after: (seconds) => {
      let at = startAt === null ? seconds : Math.max(seconds, startAt - 1);
      for (;;) {
        const next = raw(at);
        if (next === null || (endAt !== null && next > endAt)) return null;
        if (new Date(next * 1_000).getUTCFullYear() > LAST_YEAR) return null;
        if (!spec.skip.some((calendar) => isTime(clock, calendar, next))) return next;
        at = next;
      }
    },
  };
}

/** The times of a spec after one moment and up to another (seconds since 1970), at most so many. */
export function timesBetween(times: DueTimes, from: number, until: number, most: number): number[] {
  const found: number[] = [];
  let at = times.after(from);
  while (at !== null && at <= until && found.length < most) {
    found.push(at);
    at = times.after(at);
  }
  return found;
}

/** The last times of a spec after one moment and up to another, at most so many, the earliest first. */
export function lastTimesBetween(times: DueTimes, from: number, until: number, most: number): number[] {
  // They are told from the earliest on: a beginning is sought after which there are enough, and not many more.
  const tooMany = 4 * most + 4;
  let early: number | null = null;
  let late = until;
  for (let span = 60; ; span *= 8) {
    const start = Math.max(from, early === null ? until - span : Math.floor((early + late) / 2));
    const found = timesBetween(times, start, until, tooMany);
    if (found.length === tooMany) early = start;
    else if (found.length >= most || start === from) return found.slice(-most);
    else late = start;
  }
}

/**
 * The first time of a calendar after a moment; asked with rising moments, most answers are those given before. Around a
 * change of the clocks each is found anew, since there it depends on where one comes from.
 */
function rememberNext(clock: ZoneClock, calendar: Calendar): (seconds: number) => number | null {
  let known: { from: number; next: number | null } | null = null;
  return (seconds) => {
    if (known !== null && seconds >= known.from) {
      if (known.next === null) return null;
      const isPlain = clock.offsetAt(known.from - 2 * HOUR) === clock.offsetAt(known.next + 2 * HOUR);
      if (seconds < known.next && isPlain) return known.next;
    }
    known = { from: seconds, next: nextCalendarTime(clock, calendar, seconds) };
    return known.next;
  };
}

function nextIntervalTime({ everySeconds, offsetSeconds }: Interval, seconds: number): number {
  // Towards zero, as the server divides.
  return (Math.trunc((seconds - offsetSeconds) / everySeconds) + 1) * everySeconds + offsetSeconds;
}

function isTime(clock: ZoneClock, calendar: Calendar, seconds: number): boolean {
  const wall = wallTimeAt(clock, seconds);
  return (
    takesYear(calendar, wall.year) &&
    takes(calendar.month, wall.month) &&
    takes(calendar.dayOfMonth, wall.day) &&
    takes(calendar.dayOfWeek, dayOfWeek(wall)) &&
    takes(calendar.hour, wall.hour) &&
    takes(calendar.minute, wall.minute) &&
    takes(calendar.second, wall.second)
  );
}

function takesYear({ year }: Calendar, value: number): boolean {
  return year.length === 0 || takes(year, value);
}

/** Asks the clock for the day of the week, as the server does: at midnight, the clocks may show the day before. */
function isDay(clock: ZoneClock, calendar: Calendar, wall: WallTime): boolean {
  if (!takes(calendar.dayOfMonth, wall.day)) return false;
  return takes(calendar.dayOfWeek, dayOfWeek(wallTimeAt(clock, momentOf(clock, wall))));
}

/** The moment of a local time as Go finds it: for one that does not exist or comes twice, one of the two. */
function momentOf(clock: ZoneClock, wall: WallTime): number {
  const local = wallSeconds(wall);
  const offset = clock.offsetAt(local);
  return offset === 0 ? local : local - clock.offsetAt(local - offset);
}

const daysIn = ({ year, month }: WallTime): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The first time after a moment that matches a calendar: field by field from the year on, with the server's way of
 * finding the second pass of a repeated hour.
 */
function nextCalendarTime(clock: ZoneClock, calendar: Calendar, seconds: number): number | null {
  const wall = wallTimeAt(clock, seconds);
  let shift = wallTimeAt(clock, seconds - HOUR).hour === wall.hour ? HOUR : 0;
  wall.second += 1;

  /** Goes to the first moment of the next value of a field. */
  const step = (field: 'year' | 'month' | 'day' | 'hour'): void => {
    wall[field] += 1;
    if (field === 'year') wall.month = 1;
    if (field === 'year' || field === 'month') wall.day = 1;
    if (field !== 'hour') wall.hour = 0;
    wall.minute = 0;
    wall.second = 0;
    shift = 0;
  };

  for (;;) {
    if (wall.second >= 60) {
      wall.minute += 1;
      wall.second = 0;
    }
    if (wall.minute >= 60) {
      const before = momentOf(clock, { ...wall, minute: 0, second: 0 });
      wall.hour += 1;
      wall.minute = 0;
      const after = momentOf(clock, { ...wall, minute: 0, second: 0 });
      // From one hour to the next in two hours: it comes a second time.
      if (shift === 0 && after - before > HOUR) {
        wall.hour -= 1;
        shift = HOUR;
      } else {
        shift = 0;
      }
    }
    if (wall.hour >= 24) {
      wall.day += 1;
      wall.hour = 0;
    }
    if (wall.day > daysIn(wall)) {
      wall.month += 1;
      wall.day = 1;
    }
    if (wall.month > 12) {
      wall.year += 1;
      wall.month = 1;
    }
    if (wall.year > LAST_YEAR) return null;
    if (!takesYear(calendar, wall.year)) {
      step('year');
      continue;
    }
    // A field goes on by itself: those before it are not asked again, even where the clocks then show another day.
    while (wall.month <= 12 && !takes(calendar.month, wall.month)) step('month');
    if (wall.month > 12) continue;
    while (wall.day <= daysIn(wall) && !isDay(clock, calendar, wall)) step('day');
    if (wall.day > daysIn(wall)) continue;
    while (wall.hour < 24 && !takes(calendar.hour, wall.hour)) step('hour');
    if (wall.hour >= 24) continue;
    while (wall.minute < 60 && !takes(calendar.minute, wall.minute)) {
      wall.minute += 1;
      wall.second = 0;
    }
    if (wall.minute >= 60) continue;
    while (wall.second < 60 && !takes(calendar.second, wall.second)) wall.second += 1;
    if (wall.second >= 60) continue;
    const found = momentOf(clock, wall);
    // The clocks jumped over it.
    if (wallTimeAt(clock, found).hour !== wall.hour) {
      wall.hour += 1;
      wall.minute = 0;
      wall.second = 0;
      continue;
    }
    return found + shift;
  }
}
