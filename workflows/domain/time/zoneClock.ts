/** The clock of a time zone. Times are whole seconds since 1970 in UTC. */
export interface ZoneClock {
  /** How far its local time is ahead of UTC, in seconds. */
  offsetAt: (seconds: number) => number;
}

/** A local time. Months start at 1; Sunday is 0. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Whether the runtime knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are known here and unknown to the server.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A span in which a zone changes its clocks once at most. */
const BLOCK_SECONDS = 7 * 86_400;

/** The clock of a zone. Throws a RangeError for a name that the runtime does not know. */
export function zoneClock(timeZone: string): ZoneClock {
  if (timeZone === 'UTC') return { offsetAt: () => 0 };
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const ask = (seconds: number): number => {
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format.formatToParts(seconds * 1_000)) {
      if (type in parts) parts[type as keyof typeof parts] = Number(value);
    }
    return wallSeconds(parts) - seconds;
  };
  const blocks = new Map<number, ClockChange>();
  /** The offset at the start of a block, and where in it another one begins. */
  const blockOf = (block: number): ClockChange => {
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const start = block * BLOCK_SECONDS;
    const before = ask(start);
    const after = ask(start + BLOCK_SECONDS);
    let left = start;
    let right = start + BLOCK_SECONDS;
    while (before !== after && right - left > 1) {
      const middle = Math.floor((left + right) / 2);
      if (ask(middle) === before) left = middle;
      else right = middle;
    }
    const found = { at: right, before, after };
    blocks.set(block, found);
    return found;
  };
  return {
    offsetAt: (seconds) => {
      const { at, before, after } = blockOf(Math.floor(seconds / BLOCK_SECONDS));
      return seconds < at ? before : after;
    },
  };
}

/** The local time as seconds, as if it were in UTC. Fields beyond their limits are carried. */
export function wallSeconds({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
}

/**
 * The moment of a local time given as seconds: the first, of one that comes twice; of one that the clocks jump over, as long after the
 * jump as it would be after its begin.
 */
export function firstMomentOf(clock: ZoneClock, wall: number): number {
  const before = wall - clock.offsetAt(wall - 86_400);
  const after = wall - clock.offsetAt(wall + 86_400);
  const fits = [before, after].filter((at) => at + clock.offsetAt(at) === wall);
  return fits.length === 0 ? before : Math.min(...fits);
}

/** The local time at a moment. */
export function wallTimeAt(clock: ZoneClock, seconds: number): WallTime {
  return wallTimeOf(seconds + clock.offsetAt(seconds));
}

/** The fields of a local time given as seconds. */
export function wallTimeOf(wall: number): WallTime {
  const date = new Date(wall * 1_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The day of the week of a date; Sunday is 0. */
export function dayOfWeek({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** A change of the clocks: the moment, and the offsets before and after it, in seconds. */
export interface ClockChange {
  at: number;
  before: number;
  after: number;
}

/** The changes of the clocks after one moment and up to another. */
export function clockChanges(clock: ZoneClock, from: number, until: number): ClockChange[] {
  const changes: ClockChange[] = [];
  let low = from;
  let before = clock.offsetAt(low);
  while (low < until) {
    const high = Math.min(low + BLOCK_SECONDS, until);
    const after = clock.offsetAt(high);
    if (after === before) {
      low = high;
      continue;
    }
    let left = low;
    let right = high;
    while (right - left > 1) {
      const middle = Math.floor((left + right) / 2);
      if (clock.offsetAt(middle) === before) left = middle;
      else right = middle;
    }
    const changed = clock.offsetAt(right);
    changes.push({ at: right, before, after: changed });
    before = changed;
    low = right;
  }
  return changes;
}
