import { clockChanges, type ZoneClock, zoneClock } from './zoneClock.ts';

/** In the order in which weeks begin here. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** Local times of one day, such as "09:00" to "17:30": the first is in it, the last is not. "24:00" is the day's end. */
export interface WorkingHours {
  from: string;
  to: string;
}

/** A date ("2026-12-25") with hours of its own; without any, nobody works. */
export interface Holiday {
  date: string;
  name: string;
  hours: WorkingHours[];
}

/** When people work: the hours of a week by the clock on their wall, and the dates that differ. */
export interface WorkingCalendar {
  /** IANA. */
  timeZone: string;
  week: Record<Weekday, WorkingHours[]>;
  holidays: Holiday[];
}

const DAY_SECONDS = 86_400;
/** How far a look at the clock goes at once. */
const STRIDE_SECONDS = 28 * DAY_SECONDS;

/** Working time that has not passed after so many years, passes then. */
export const MOST_YEARS = 10;
const HORIZON_SECONDS = MOST_YEARS * 366 * DAY_SECONDS;

/**
 * When so many seconds of working time have passed after a moment (both in Unix milliseconds): the earliest such moment, so that what
 * is due after a whole day's work is due as the day ends. An hour that the clock shows twice counts twice, and one that it leaves out
 * does not count. At most MOST_YEARS later.
 */
export function afterWorking(calendar: WorkingCalendar, startMs: number, seconds: number): number {
  let left = seconds * 1_000;
  if (left <= 0) return startMs;
  for (const { fromMs, toMs } of workedFrom(calendar, startMs, startMs + HORIZON_SECONDS * 1_000)) {
    if (toMs - fromMs >= left) return fromMs + left;
    left -= toMs - fromMs;
  }
  return startMs + HORIZON_SECONDS * 1_000;
}

/** How many seconds of working time are between two moments (Unix milliseconds), of which the second is MOST_YEARS later at most. */
export function workingSecondsBetween(calendar: WorkingCalendar, startMs: number, endMs: number): number {
  const untilMs = Math.min(endMs, startMs + HORIZON_SECONDS * 1_000);
  let sum = 0;
  for (const { fromMs, toMs } of workedFrom(calendar, startMs, untilMs)) sum += toMs - fromMs;
  return sum / 1_000;
}

/** The seconds of the day at which a local time is ("09:30", up to "24:00"). */
export function secondOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 3_600 + minute * 60;
}

/** How long people work in a week without holidays and changes of the clocks. */
export function secondsAWeek({ week }: Pick<WorkingCalendar, 'week'>): number {
  return weekdays.flatMap((day) => joined(week[day])).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Where people work between two moments, in order. */
function* workedFrom(
  calendar: WorkingCalendar,
  startMs: number,
  untilMs: number,
): Generator<{ fromMs: number; toMs: number }> {
  const clock = zoneClock(calendar.timeZone);
  const hoursOn = hoursByDate(calendar);
  const until = Math.ceil(untilMs / 1_000);
  for (let from = Math.floor(startMs / 1_000); from < until; from += STRIDE_SECONDS) {
    for (const stretch of evenStretches(clock, from, Math.min(from + STRIDE_SECONDS, until))) {
      for (const worked of workedIn(stretch, hoursOn)) {
        const fromMs = Math.max(worked.from * 1_000, startMs);
        const toMs = Math.min(worked.to * 1_000, untilMs);
        if (fromMs < toMs) yield { fromMs, toMs };
      }
    }
  }
}

/** Seconds since 1970, from one to the other. */
interface Stretch {
  from: number;
  to: number;
}

/** The stretches between two moments in which the clock is as far from UTC all the while. */
function evenStretches(clock: ZoneClock, from: number, to: number): (Stretch & { offset: number })[] {
  const changes = clockChanges(clock, from, to).filter(({ at }) => at < to);
  const starts = [from, ...changes.map(({ at }) => at)];
  return starts.map((start, index) => ({
    from: start,
    to: starts[index + 1] ?? to,
    offset: clock.offsetAt(start),
  }));
}

function workedIn(
  { from, to, offset }: Stretch & { offset: number },
  hoursOn: (day: number) => Stretch[],
): Stretch[] {
  const first = Math.floor((from + offset) / DAY_SECONDS);
  const last = Math.floor((to + offset - 1) / DAY_SECONDS);
  const worked: Stretch[] = [];
  for (let day = first; day <= last; day++) {
    const midnight = day * DAY_SECONDS - offset;
    for (const hours of hoursOn(day)) {
      const piece = { from: Math.max(midnight + hours.from, from), to: Math.min(midnight + hours.to, to) };
      if (piece.from < piece.to) worked.push(piece);
    }
  }
  return worked;
}

/** The hours of a local date, which is given as days since 1970, in seconds of that day. */
function hoursByDate({ week, holidays }: WorkingCalendar): (day: number) => Stretch[] {
  const usual = weekdays.map((day) => joined(week[day]));
  const other = new Map(
    holidays.map(({ date, hours }) => [Date.parse(date) / 1_000 / DAY_SECONDS, joined(hours)]),
  );
  // 1970 began on a Thursday.
  return (day) => other.get(day) ?? usual[(((day + 3) % 7) + 7) % 7] ?? [];
}

/** Hours in their order, those that touch as one. */
function joined(hours: readonly WorkingHours[]): Stretch[] {
  const sorted = hours
    .map(({ from, to }) => ({ from: secondOfDay(from), to: secondOfDay(to) }))
    .toSorted((one, other) => one.from - other.from);
  const result: Stretch[] = [];
  for (const next of sorted) {
    const before = result.at(-1);
    if (before !== undefined && next.from <= before.to) {
      result[result.length - 1] = { from: before.from, to: Math.max(before.to, next.to) };
    } else result.push(next);
  }
  return result;
}
