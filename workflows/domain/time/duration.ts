/** A span of time; months are counted in the calendar (UTC), the rest in milliseconds. */
export interface Duration {
  months: number;
  ms: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const ISO =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?!$)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Each unit by its names. "m" is missing: it may be minutes or months. */
const UNITS: [names: string, unit: Duration][] = [
  ['s sec secs second seconds', { months: 0, ms: SECOND }],
  ['min mins minute minutes', { months: 0, ms: MINUTE }],
  ['h hr hrs hour hours', { months: 0, ms: HOUR }],
  ['d day days', { months: 0, ms: DAY }],
  ['w week weeks', { months: 0, ms: WEEK }],
  ['month months', { months: 1, ms: 0 }],
  ['year years', { months: 12, ms: 0 }],
];

const byName = new Map(
  UNITS.flatMap(([names, unit]) => names.split(' ').map((name) => [name, unit] as const)),
);

const PLAIN = /^\d+(?:\.\d+)? ?[a-z]+(?:(?:,? and |, ?| )\d+(?:\.\d+)? ?[a-z]+)*$/;

/** A duration as ISO 8601 writes it ("PT2H", "P3D") or in plain English ("2 hours", "1 day 6 hours"); null: it is neither. */
export function readDuration(text: string): Duration | null {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ');
  // A text that is longer is none, and no pattern has to look at it.
  if (trimmed.length > 100) return null;
  return readIso(trimmed) ?? readPlain(trimmed.toLowerCase());
}

function readIso(text: string): Duration | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    // A part that is not there is undefined, whatever the type says.
    .map((part: string | undefined) => Number(part ?? 0));
  const ms = weeks * WEEK + days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return { months: years * 12 + months, ms };
}

function readPlain(text: string): Duration | null {
  if (!PLAIN.test(text)) return null;
  const sum: Duration = { months: 0, ms: 0 };
  const parts = text.replaceAll(/,|\band\b/g, ' ').split(/(?<=[a-z]) +/);
  for (const part of parts) {
    const [, count = '', name = ''] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/.exec(part) ?? [];
    const unit = byName.get(name);
    if (unit === undefined) return null;
    sum.months += Number(count) * unit.months;
    sum.ms += Number(count) * unit.ms;
  }
  // Half a month is no number of days.
  return Number.isInteger(sum.months) ? sum : null;
}

/** The moment (Unix milliseconds) a duration after another; NaN: no date is that late. A day that a month does not have is its last one. */
export function afterDuration(startMs: number, { months, ms }: Duration): number {
  if (months === 0) return startMs + Math.round(ms);
  const start = new Date(startMs);
  const first = new Date(startMs);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return first.getTime() + Math.round(ms);
}
