import { assertNever } from '../json.ts';
import type { Calendar, CalendarField, CalendarText, FieldRange } from './spec.ts';
import { calendarFields } from './spec.ts';

/** The years that the Temporal server knows. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

const LIMITS: Record<CalendarField, { name: string; min: number; max: number }> = {
  second: { name: 'second', min: 0, max: 59 },
  minute: { name: 'minute', min: 0, max: 59 },
  hour: { name: 'hour', min: 0, max: 23 },
  dayOfMonth: { name: 'day of month', min: 1, max: 31 },
  month: { name: 'month', min: 1, max: 12 },
  year: { name: 'year', min: FIRST_YEAR, max: LAST_YEAR },
  // 7 is Sunday too, as in cron.
  dayOfWeek: { name: 'day of week', min: 0, max: 7 },
};

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** What is wrong with a text that is to say times; `field` is one of a calendar's. */
export type TimesProblem =
  | { kind: 'no_value'; field: CalendarField; text: string }
  | { kind: 'out_of_range'; field: CalendarField; text: string; min: number; max: number }
  | { kind: 'step_of_zero'; field: CalendarField; text: string }
  | { kind: 'ends_before_start'; field: CalendarField; text: string }
  | { kind: 'field_count'; count: number }
  | { kind: 'time_zone_inside' }
  | { kind: 'no_interval' };

/** A text that says no times; its message is what is wrong and what to do, in English. */
export class UnreadableTimesError extends Error {
  override readonly name = 'UnreadableTimesError';
  readonly problem: TimesProblem;
  constructor(problem: TimesProblem) {
    super(inWords(problem));
    this.problem = problem;
  }
}

function inWords(problem: TimesProblem): string {
  switch (problem.kind) {
    case 'no_value':
      return `"${problem.text}" is no ${LIMITS[problem.field].name}; write *, a value, a range such as 1-5, a step such as */2, or several with commas`;
    case 'out_of_range':
      return `the ${LIMITS[problem.field].name} ${problem.text} is not between ${String(problem.min)} and ${String(problem.max)}`;
    case 'step_of_zero':
      return `the step of the ${LIMITS[problem.field].name} "${problem.text}" is 0; it has to be 1 or more`;
    case 'ends_before_start':
      return `the ${LIMITS[problem.field].name} "${problem.text}" ends before it begins`;
    case 'field_count':
      return `has ${String(problem.count)} fields; write minute, hour, day of month, month and day of week, such as "0 9 * * 1-5"`;
    case 'time_zone_inside':
      return 'names a time zone; leave it out here and choose the time zone of the schedule';
    case 'no_interval':
      return 'is no interval; write "@every 90m" or "@every 1h30m"';
    default:
      return assertNever(problem);
  }
}

/** The values of a calendar's fields. Throws UnreadableTimesError that names the field. */
export function calendarOf(text: CalendarText, comment = ''): Calendar {
  const ranges = Object.fromEntries(
    calendarFields.map((field) => [field, fieldRanges(field, text[field])]),
  ) as Record<CalendarField, FieldRange[]>;
  return { ...ranges, comment };
}

/**
 * As the server reads a field of a cron expression: lists, ranges, steps, names of months and days. Besides, `?` is any day, a range of
 * days may end with Sunday by its name, and one from Monday to 7 has its Sunday, which the server loses.
 */
function fieldRanges(field: CalendarField, text: string): FieldRange[] {
  const trimmed = text.trim();
  if (trimmed === '*' && field === 'year') return [];
  if (trimmed === '?' && (field === 'dayOfMonth' || field === 'dayOfWeek')) return fieldRanges(field, '*');
  return trimmed.split(',').flatMap((part) => partRanges(field, part));
}

const PART = /^(?:\*|([a-z\d]+)(?:-([a-z\d]+))?)(?:\/(\d{1,6}))?$/i;

function partRanges(field: CalendarField, part: string): FieldRange[] {
  const { min, max } = LIMITS[field];
  const found = PART.exec(part.trim());
  if (found === null) throw new UnreadableTimesError({ kind: 'no_value', field, text: part });
  const [, first, last, stepText] = found;
  const step = stepText === undefined ? 1 : Number(stepText);
  if (step < 1) throw new UnreadableTimesError({ kind: 'step_of_zero', field, text: part });
  const start = first === undefined ? min : fieldValue(field, first);
  // With a step, a single value means "from there on".
  const end =
    last === undefined
      ? first === undefined || stepText !== undefined
        ? max
        : start
      : lastValue(field, last, start);
  if (end < start) throw new UnreadableTimesError({ kind: 'ends_before_start', field, text: part });
  return field === 'dayOfWeek' ? withSundayFirst({ start, end, step }) : [{ start, end, step }];
}

/** Sunday ends a range of days as 7: "fri-sun". */
function lastValue(field: CalendarField, text: string, start: number): number {
  const value = fieldValue(field, text);
  const isSunday = field === 'dayOfWeek' && value === 0 && /^[a-z]/i.test(text);
  return isSunday && start > 0 ? 7 : value;
}

/** Sunday as 7 becomes 0. */
function withSundayFirst({ start, end, step }: FieldRange): FieldRange[] {
  if (end < 7) return [{ start, end, step }];
  const hasSunday = (7 - start) % step === 0 && (step > 1 || start > 0);
  const sunday = { start: 0, end: 0, step: 1 };
  if (start === 7) return [sunday];
  const rest = { start, end: 6, step };
  return hasSunday ? [sunday, rest] : [rest];
}

function fieldValue(field: CalendarField, text: string): number {
  const { min, max } = LIMITS[field];
  const value = /^\d{1,6}$/.test(text) ? Number(text) : named(field, text.toLowerCase());
  if (value === null) throw new UnreadableTimesError({ kind: 'no_value', field, text });
  if (value < min || value > max) {
    throw new UnreadableTimesError({ kind: 'out_of_range', field, text, min, max });
  }
  return value;
}

function named(field: CalendarField, text: string): number | null {
  if (field === 'month' && text.length >= 3) {
    const index = MONTHS.findIndex((month) => month.startsWith(text));
    return index < 0 ? null : index + 1;
  }
  if (field === 'dayOfWeek' && text.length >= 2) {
    const index = DAYS.findIndex((day) => day.startsWith(text));
    return index < 0 ? null : index;
  }
  return null;
}

/** Whether a field's ranges take a value. */
export function takes(ranges: readonly FieldRange[], value: number): boolean {
  return ranges.some(
    ({ start, end, step }) => value >= start && value <= end && (value - start) % step === 0,
  );
}
