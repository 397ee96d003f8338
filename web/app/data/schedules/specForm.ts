import { scheduleSpecSchema } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { assertNever } from '../../../../workflows/domain/json.ts';
import type { TimesProblem } from '../../../../workflows/domain/schedules/fieldRanges.ts';
import { momentOfLocal } from '../../../../workflows/domain/schedules/localMoment.ts';
import { readWords } from '../../../../workflows/domain/schedules/plainWords.ts';
import type { WordsProblem } from '../../../../workflows/domain/schedules/saidTimes.ts';
import type { foldChoices, gapChoices } from '../../../../workflows/domain/schedules/spec.ts';
import { type CalendarField, type ScheduleSpec } from '../../../../workflows/domain/schedules/spec.ts';
import { ianaName } from '../../../../workflows/domain/time/zoneNames.ts';
import { fault } from '../../languages/fault.ts';

/** The ways in which the form takes when a schedule is due. */
export const timingWays = ['words', 'cron', 'calendar'] as const;
export type TimingWay = (typeof timingWays)[number];

/** What a form says of when a schedule is due, as it was typed. */
export interface SpecFields {
  way: TimingWay;
  words: string;
  /** Cron expressions, one a line. */
  cron: string;
  /** Days of the week from 0, Sunday; none is every day. */
  weekDays: string[];
  monthDays: string;
  months: string;
  years: string;
  hours: string;
  minutes: string;
  timeZone: string;
  /** Local times of the zone; '' for none. */
  startAt: string;
  endAt: string;
  jitterSeconds: string;
  gap: (typeof gapChoices)[number];
  fold: (typeof foldChoices)[number];
}

export type SpecFaults = Partial<Record<keyof SpecFields, string[]>>;

/** The times that a form says, or what is wrong with which of its fields (languages/fault.ts). */
export type SpecOfForm = { ok: true; spec: ScheduleSpec } | { ok: false; faults: SpecFaults };

/** Reads when a schedule is due out of a form's fields: in the browser for the preview, on the server for good. */
export function specOfFields(fields: SpecFields): SpecOfForm {
  const faults: SpecFaults = {};
  const timing = timingOf(fields, faults);
  const timeZone = fields.timeZone.trim();
  if (ianaName(timeZone) === null) faults.timeZone = [fault('schedules:faults.timeZone')];
  const startAt = momentOf('startAt', fields, faults);
  const endAt = momentOf('endAt', fields, faults);
  const jitterSeconds = fields.jitterSeconds.trim() === '' ? 0 : Number(fields.jitterSeconds);
  if (timing === null || Object.keys(faults).length > 0) return { ok: false, faults };
  const { gap, fold } = fields;
  const spec = scheduleSpecSchema.safeParse({ timing, timeZone, startAt, endAt, jitterSeconds, gap, fold });
  if (spec.success) return { ok: true, spec: spec.data };
  for (const issue of spec.error.issues) {
    const field = fieldOf(issue.path, fields.way);
    (faults[field] ??= []).push(faultOfIssue(issue, field));
  }
  return { ok: false, faults };
}

function timingOf(fields: SpecFields, faults: SpecFaults): unknown {
  switch (fields.way) {
    case 'words': {
      const read = readWords(fields.words);
      if (read.kind === 'read') return read.timing;
      faults.words = [faultOfWords(read.problem)];
      return null;
    }
    case 'cron':
      return { kind: 'cron', expressions: linesOf(fields.cron) };
    case 'calendar': {
      const { weekDays, monthDays, months, years, hours, minutes } = fields;
      return {
        kind: 'calendar',
        calendars: [
          {
            minute: minutes,
            hour: hours,
            dayOfMonth: orAll(monthDays),
            month: orAll(months),
            year: orAll(years),
            dayOfWeek: weekDays.length === 0 ? '*' : weekDays.join(','),
          },
        ],
      };
    }
    default:
      return assertNever(fields.way);
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function orAll(text: string): string {
  return text.trim() === '' ? '*' : text;
}

function momentOf(
  field: 'startAt' | 'endAt',
  { timeZone, ...fields }: SpecFields,
  faults: SpecFaults,
): string | null {
  const text = fields[field].trim();
  if (text === '' || faults.timeZone !== undefined) return null;
  const moment = momentOfLocal(text, timeZone.trim());
  if (moment === null) faults[field] = [fault('schedules:faults.moment')];
  return moment;
}

const CALENDAR_FIELDS: Record<CalendarField, keyof SpecFields> = {
  second: 'minutes',
  minute: 'minutes',
  hour: 'hours',
  dayOfMonth: 'monthDays',
  month: 'months',
  year: 'years',
  dayOfWeek: 'weekDays',
};

/** The field of the form that an issue of the spec is about. */
function fieldOf(path: readonly PropertyKey[], way: TimingWay): keyof SpecFields {
  const [first] = path;
  if (first !== 'timing') return first as keyof SpecFields;
  if (way === 'words') return 'words';
  if (way === 'cron') return 'cron';
  const last = path.at(-1);
  return typeof last === 'string' && last in CALENDAR_FIELDS
    ? CALENDAR_FIELDS[last as CalendarField]
    : 'hours';
}

function faultOfIssue(
  issue: { code?: string; path: readonly PropertyKey[]; params?: { [key: string]: unknown } | undefined },
  field: keyof SpecFields,
): string {
  const problem = issue.params?.['problem'];
  if (problem !== undefined) return faultOfTimes(problem as TimesProblem);
  if (field === 'endAt') return fault('schedules:faults.endsBeforeStart');
  if (field === 'jitterSeconds') return fault('schedules:faults.wholeNumber', { min: 0, max: 86_400 });
  if (issue.path.length === 1) return fault('schedules:faults.neverDue');
  if (field === 'cron') return fault('schedules:faults.cronEmpty');
  return fault('common:faults.invalid');
}

/** What is wrong with words, in words of the page. */
export function faultOfWords(problem: WordsProblem): string {
  switch (problem.kind) {
    case 'empty':
      return fault('schedules:faults.wordsEmpty');
    case 'no_time':
      return fault('schedules:faults.wordsNoTime');
    case 'bad_time':
      return fault('schedules:faults.wordsBadTime', { text: problem.text });
    case 'not_understood':
      return fault('schedules:faults.wordsNotUnderstood', { text: problem.text });
    default:
      return assertNever(problem);
  }
}

const FIELD_NAMES = {
  second: fault('schedules:faults.fieldSecond'),
  minute: fault('schedules:faults.fieldMinute'),
  hour: fault('schedules:faults.fieldHour'),
  dayOfMonth: fault('schedules:faults.fieldDayOfMonth'),
  month: fault('schedules:faults.fieldMonth'),
  year: fault('schedules:faults.fieldYear'),
  dayOfWeek: fault('schedules:faults.fieldDayOfWeek'),
} satisfies Record<CalendarField, string>;

function faultOfTimes(problem: TimesProblem): string {
  switch (problem.kind) {
    case 'no_value':
      return fault('schedules:faults.noValue', { field: FIELD_NAMES[problem.field], text: problem.text });
    case 'out_of_range':
      return fault('schedules:faults.outOfRange', {
        field: FIELD_NAMES[problem.field],
        text: problem.text,
        min: problem.min,
        max: String(problem.max),
      });
    case 'step_of_zero':
      return fault('schedules:faults.stepOfZero', { field: FIELD_NAMES[problem.field], text: problem.text });
    case 'ends_before_start':
      return fault('schedules:faults.rangeBackwards', {
        field: FIELD_NAMES[problem.field],
        text: problem.text,
      });
    case 'field_count':
      return fault('schedules:faults.cronFields', { fields: problem.count });
    case 'time_zone_inside':
      return fault('schedules:faults.cronZone');
    case 'no_interval':
      return fault('schedules:faults.cronInterval');
    default:
      return assertNever(problem);
  }
}
