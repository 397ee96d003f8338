/** Nobody is obeyed for longer than this: by then the next answer says more. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** A number of seconds beyond this is a point in time. */
const EPOCH_SECONDS = 1_000_000_000;

/**
 * How long a program asks to wait: in seconds or as a date of any of its forms (`Retry-After`, RFC 9110, 10.2.3 and 5.6.7), as a point
 * in time in seconds, or as a duration ("1m30s"), as some send it. Null where it does not say or what it says cannot be read.
 */
export function readWait(value: string | null | undefined, nowMs: number): number | null {
  if (value === null || value === undefined || value.trim() === '') return null;
  const wait = waitOf(value.trim(), nowMs);
  return wait !== null && Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : null;
}

function waitOf(value: string, nowMs: number): number | null {
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= EPOCH_SECONDS ? seconds * 1000 - nowMs : seconds * 1000;
  return readUnits(value) ?? Date.parse(inGreenwich(value)) - nowMs;
}

const UNITS_MS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** "34s", "1.5s", "6m0s", "120ms". */
function readUnits(value: string): number | null {
  if (!/^(\d{1,12}(\.\d{1,12})?(h|ms|m|s)){1,4}$/.test(value)) return null;
  return [...value.matchAll(/(\d{1,12}(?:\.\d{1,12})?)(h|ms|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit ?? ''] ?? 0),
    0,
  );
}

/** The oldest form of a date names no zone and means Greenwich. */
function inGreenwich(date: string): string {
  return /(GMT|UTC|Z|[+-]\d{2}:?\d{2})$/i.test(date) ? date : `${date} GMT`;
}
