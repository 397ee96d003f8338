/** A date and a time on the wall as Unix milliseconds, as if it were in UTC: arithmetic with it knows no summer time. */
export type WallMs = number;

/** A time zone. Moments are Unix milliseconds. */
export interface Zone {
  /** What the clock on the wall shows at a moment. */
  wallAt(ms: number): WallMs;
  /**
   * When the clock on the wall shows this. The first moment, of a time that comes twice; of one that is left out, the moment
   * that much after the clock was put forward.
   */
  momentOf(wall: WallMs): number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text names a time zone (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    formatIn(name);
    return true;
  } catch {
    // RangeError: there is no such zone.
    return false;
  }
}

/** The zone of this name (IANA). Throws a RangeError if there is none. */
export function openZone(name: string): Zone {
  const format = formatIn(name);
  const wallAt = (ms: number): WallMs => {
    const parts: Partial<Record<string, number>> = {};
    for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const subSecond = ((ms % 1_000) + 1_000) % 1_000;
    return Date.UTC(year, month - 1, day, hour, minute, second) + subSecond;
  };
  return {
    wallAt,
    momentOf: (wall) => {
      // No zone is more than a day from UTC, and none changes its offset twice in two days.
      const before = wall - (wallAt(wall - DAY_MS) - (wall - DAY_MS));
      const after = wall - (wallAt(wall + DAY_MS) - (wall + DAY_MS));
      const moments = [before, after].filter((moment) => wallAt(moment) === wall);
      return moments.length === 0 ? before : Math.min(...moments);
    },
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
