import { z } from 'zod';
import { assertNever } from '../../domain/json.ts';
import { readCron } from '../../domain/schedules/cron.ts';
import { calendarOf, UnreadableTimesError } from '../../domain/schedules/fieldRanges.ts';
import { readWords, WORDS_MAX_CHARACTERS } from '../../domain/schedules/plainWords.ts';
import { previewTimes } from '../../domain/schedules/preview.ts';
import type { WordsProblem } from '../../domain/schedules/saidTimes.ts';
import {
  calendarFields,
  foldChoices,
  gapChoices,
  type ScheduleSpec,
  type ScheduleTiming,
} from '../../domain/schedules/spec.ts';
import { carryOverKinds, overlapPolicies } from '../../domain/schedules/states.ts';
import { ianaName } from '../../domain/time/zoneNames.ts';
import { isStorable, NOT_STORABLE } from '../storableText.ts';
import { taskInputSchema } from '../taskInput.ts';

export const SCHEDULE_NAME_MAX_CHARACTERS = 100;
export const PAUSE_NOTE_MAX_CHARACTERS = 500;
export const CARRIED_MAX_CHARACTERS = 20_000;
/** The server starts nothing that is later than this; it takes no less than ten seconds. */
export const DEFAULT_CATCH_UP_SECONDS = 600;
const YEAR_SECONDS = 366 * 86_400;
/** A backfill takes this many times at most: the server starts ten of them a second. */
export const BACKFILL_MAX_RUNS = 1_000;

const text = (most: number) => z.string().max(most).refine(isStorable, NOT_STORABLE);

/** Turns what domain code says of a text into an issue; anything else is a fault of ours. */
function asIssue(error: unknown, context: z.RefinementCtx, path: (string | number)[] = []): void {
  if (!(error instanceof UnreadableTimesError)) throw error;
  context.addIssue({ code: 'custom', message: error.message, path, params: { problem: error.problem } });
}

const cron = z
  .string()
  .trim()
  .min(1, 'is empty; write a cron expression such as "0 9 * * 1-5"')
  .max(200)
  .superRefine((expression, context) => {
    try {
      readCron(expression);
    } catch (error) {
      asIssue(error, context);
    }
  });

const field = (byDefault: string) => z.string().trim().min(1).max(200).default(byDefault);
const calendar = z
  .object({
    second: field('0'),
    minute: field('0'),
    hour: field('0'),
    dayOfMonth: field('*'),
    month: field('*'),
    year: field('*'),
    dayOfWeek: field('*'),
  })
  .superRefine((given, context) => {
    for (const name of calendarFields) {
      const rest = {
        second: '0',
        minute: '0',
        hour: '0',
        dayOfMonth: '*',
        month: '*',
        year: '*',
        dayOfWeek: '*',
      };
      try {
        calendarOf({ ...rest, [name]: given[name] });
      } catch (error) {
        asIssue(error, context, [name]);
      }
    }
  });

const several = (what: string) => `has too many ${what}; at most 20 are taken`;

/** When a schedule is due: cron expressions, an interval, calendars, or words. */
export const scheduleTimingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cron'),
    expressions: z.array(cron).min(1, 'needs a cron expression').max(20, several('expressions')),
  }),
  z
    .object({
      kind: z.literal('interval'),
      everySeconds: z.int().min(1, 'is less than a second').max(YEAR_SECONDS, 'is more than a year'),
      offsetSeconds: z.int().min(0).default(0),
    })
    .refine(({ everySeconds, offsetSeconds }) => offsetSeconds < everySeconds, {
      path: ['offsetSeconds'],
      message: 'is not less than the interval; the times repeat after it',
    }),
  z.object({
    kind: z.literal('calendar'),
    calendars: z.array(calendar).min(1, 'needs a calendar').max(20, several('calendars')),
  }),
  z
    .object({ kind: z.literal('words'), text: z.string().max(WORDS_MAX_CHARACTERS) })
    .describe('In words, such as "every weekday at 8:00"; it is kept as a calendar or an interval.')
    .transform(({ text: words }, context): ScheduleTiming => {
      const read = readWords(words);
      if (read.kind === 'read') return read.timing;
      context.addIssue({ code: 'custom', path: ['text'], message: wordsProblemInEnglish(read.problem) });
      return z.NEVER;
    }),
]);

function wordsProblemInEnglish(problem: WordsProblem): string {
  switch (problem.kind) {
    case 'empty':
      return `is empty; ${UNDERSTOOD}`;
    case 'no_time':
      return 'names days but no time; add one, such as "at 8:00"';
    case 'bad_time':
      return `"${problem.text}" is no time of day; write it such as 8:00, 17:30 or 8 am`;
    case 'not_understood':
      return `"${problem.text}" is not understood; ${UNDERSTOOD}`;
    default:
      return assertNever(problem);
  }
}

const UNDERSTOOD =
  'write it such as "every weekday at 8:00", "the first Monday of each month at 9:00" or "every 90 minutes"';

const moment = z.iso
  .datetime({ offset: true, error: 'is no moment; write it as 2027-01-31T09:00:00Z' })
  .transform((value) => new Date(value).toISOString());

/** When a schedule is due, with its time zone and the rest; what can never be due is refused. */
export const scheduleSpecSchema = z
  .object({
    timing: scheduleTimingSchema,
    timeZone: z
      .string()
      .trim()
      .max(100)
      .overwrite((name) => ianaName(name) ?? name)
      .refine(
        (name) => ianaName(name) !== null,
        'is no time zone; write an IANA name such as Europe/Berlin, or UTC',
      ),
    startAt: moment.nullable().default(null),
    endAt: moment.nullable().default(null),
    jitterSeconds: z.int().min(0).max(86_400, 'is more than a day').default(0),
    gap: z.enum(gapChoices).default('skip'),
    fold: z.enum(foldChoices).default('twice'),
  })
  .superRefine((spec: ScheduleSpec, context) => {
    // Of what is wrong in itself, no times can be told.
    if (context.issues.length > 0) return;
    const { startAt, endAt } = spec;
    if (startAt !== null && endAt !== null && Date.parse(endAt) < Date.parse(startAt)) {
      context.addIssue({
        code: 'custom',
        path: ['endAt'],
        message: 'is before the start; choose a later end',
      });
    } else if (!isEverDue(spec)) {
      context.addIssue({
        code: 'custom',
        path: ['timing'],
        message: 'is never due between its start and its end; there is no such date (30 February is none)',
      });
    }
  });

/** From the start on, or from as far back as a calendar of the server's goes. */
function isEverDue(spec: ScheduleSpec): boolean {
  const from = spec.startAt === null ? Date.UTC(2026, 0, 1) : Date.parse(spec.startAt) - 1_000;
  return previewTimes(spec, new Date(from), 1).length > 0;
}

/** A schedule as a person describes it, without its team. Changing one takes the whole again. */
export const scheduleInputSchema = z.object({
  name: text(SCHEDULE_NAME_MAX_CHARACTERS).trim().min(1, 'is empty; give the schedule a name'),
  task: taskInputSchema,
  spec: scheduleSpecSchema,
  overlap: z.enum(overlapPolicies).default('skip'),
  catchUpSeconds: z
    .int()
    .min(10, 'is less than the ten seconds that the server takes')
    .max(YEAR_SECONDS, 'is more than a year')
    .default(DEFAULT_CATCH_UP_SECONDS),
  maxRuns: z.int().min(1).max(1_000_000).nullable().default(null),
  runsADay: z.int().min(1).max(100_000).nullable().default(null),
  costADayMicroUsd: z.int().min(1).nullable().default(null),
  carryOver: z.enum(carryOverKinds).default('none'),
});

export type ScheduleInput = z.output<typeof scheduleInputSchema>;

/** A range of times to fill in, both ends included, and what happens to those that overlap. */
export const backfillInputSchema = z
  .object({ from: moment, until: moment, overlap: z.enum(overlapPolicies).default('buffer_all') })
  .refine(({ from, until }) => Date.parse(until) >= Date.parse(from), {
    path: ['until'],
    message: 'is before the beginning; choose a later end',
  });

export type BackfillInput = z.output<typeof backfillInputSchema>;

/** Why a schedule is paused. */
export const pauseNoteSchema = text(PAUSE_NOTE_MAX_CHARACTERS).trim().default('');

/** What a run leaves for the next one, as a person edits it. */
export const carriedOutSchema = text(CARRIED_MAX_CHARACTERS).trim();
