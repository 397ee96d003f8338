import { z } from 'zod';
import {
  DEFAULT_CATCH_UP_SECONDS,
  SCHEDULE_NAME_MAX_CHARACTERS,
  type ScheduleInput,
} from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { isStorable } from '../../../../workflows/contracts/storableText.ts';
import { TASK_TEXT_MAX_CHARACTERS } from '../../../../workflows/contracts/taskInput.ts';
import { localOfMoment } from '../../../../workflows/domain/schedules/localMoment.ts';
import { cronOf } from '../../../../workflows/domain/schedules/plainDays.ts';
import { foldChoices, gapChoices, type ScheduleSpec } from '../../../../workflows/domain/schedules/spec.ts';
import { carryOverKinds, overlapPolicies } from '../../../../workflows/domain/schedules/states.ts';
import type { WakingProblem } from '../../../../workflows/domain/schedules/waking.ts';
import { fault } from '../../languages/fault.ts';
import { NOT_STORABLE } from '../requests/parseForm.ts';
import type { ScheduleView } from './scheduleView.ts';
import { type SpecFields, specOfFields, timingWays } from './specForm.ts';

const YEAR_MINUTES = 366 * 1_440;
const MICRO = 1_000_000;

/** A whole number of a range; null where nothing is written. */
function whole(min: number, max: number) {
  const wrong = fault('schedules:faults.wholeNumber', { min, max });
  return z
    .string()
    .trim()
    .optional()
    .transform((text) => (text === undefined || text === '' ? null : Number(text)))
    .pipe(z.int(wrong).min(min, wrong).max(max, wrong).nullable());
}

/** A number of a range; null where nothing is written. */
function decimal(min: number, max: number, wrong: string) {
  return z
    .string()
    .trim()
    .optional()
    .transform((text) => (text === undefined || text === '' ? null : Number(text)))
    .pipe(z.number(wrong).min(min, wrong).max(max, wrong).nullable());
}

const optional = z.string().optional().default('');

/** What a schedule does at its dates: a team starts a new conversation, or a standing conversation is woken. */
export const targetKinds = ['team', 'conversation'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a form names of the kind that it has chosen; null: nothing. */
export type NamedTarget = { kind: 'team'; teamId: string } | { kind: 'conversation'; wakes: string };

/** The fields of the form as they come; all that is written stands again in a form that is refused. */
const fieldsSchema = z.object({
  intent: z.enum(['save', 'preview']).default('save'),
  name: z
    .string({ error: fault('schedules:faults.nameMissing') })
    .trim()
    .min(1, fault('schedules:faults.nameMissing'))
    .max(SCHEDULE_NAME_MAX_CHARACTERS)
    .refine(isStorable, NOT_STORABLE),
  target: z.enum(targetKinds).default('team'),
  teamId: optional,
  wakes: optional,
  /** The version that it keeps to, if it does. */
  pinned: z.uuid().optional(),
  /** The stored task is kept: it is more than a text. */
  keepTask: z.literal('on').optional(),
  task: z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    .pipe(z.string().max(TASK_TEXT_MAX_CHARACTERS)),
  way: z.enum(timingWays).default('words'),
  words: optional,
  cron: optional,
  weekDays: z.array(z.string().regex(/^[0-6]$/)).default([]),
  monthDays: optional,
  months: optional,
  years: optional,
  hours: optional,
  minutes: optional,
  timeZone: optional,
  startAt: optional,
  endAt: optional,
  jitterSeconds: optional,
  gap: z.enum(gapChoices).default('skip'),
  fold: z.enum(foldChoices).default('twice'),
  overlap: z.enum(overlapPolicies).default('skip'),
  catchUpMinutes: decimal(
    10 / 60,
    YEAR_MINUTES,
    fault('schedules:faults.minutes', { min: 1, max: YEAR_MINUTES }),
  ),
  maxRuns: whole(1, 1_000_000),
  runsADay: whole(1, 100_000),
  costADay: decimal(1 / MICRO, 1_000_000, fault('schedules:faults.money')),
  carryOver: z.enum(carryOverKinds).default('none'),
  isPaused: z
    .literal('on')
    .optional()
    .transform((given) => given === 'on'),
  idempotencyKey: z.uuid().optional(),
  revision: z.coerce.number().int().optional(),
});

/** A schedule as the form says it. */
export const scheduleFormSchema = fieldsSchema.transform((fields, context) => {
  const target = targetOf(fields, context);
  if (fields.keepTask === undefined && fields.task === '') {
    context.addIssue({ code: 'custom', path: ['task'], message: fault('schedules:faults.taskEmpty') });
  }
  const read = specOfFields(fields);
  if (!read.ok) {
    for (const [name, faults] of Object.entries(read.faults)) {
      for (const message of faults) context.addIssue({ code: 'custom', path: [name], message });
    }
    return z.NEVER;
  }
  if (target === null) return z.NEVER;
  const { name, task, overlap, catchUpMinutes, maxRuns, runsADay, costADay, carryOver } = fields;
  const schedule: ScheduleInput = {
    name,
    task,
    spec: read.spec,
    overlap,
    catchUpSeconds: catchUpMinutes === null ? DEFAULT_CATCH_UP_SECONDS : Math.round(catchUpMinutes * 60),
    maxRuns,
    runsADay,
    costADayMicroUsd: costADay === null ? null : Math.round(costADay * MICRO),
    carryOver,
  };
  const { pinned = null, keepTask, isPaused, idempotencyKey, revision } = fields;
  return { target, pinned, keepsTask: keepTask !== undefined, schedule, isPaused, idempotencyKey, revision };
});

function targetOf(
  { target, teamId, wakes }: { target: TargetKind; teamId: string; wakes: string },
  context: z.RefinementCtx,
): NamedTarget | null {
  const named: NamedTarget = target === 'team' ? { kind: target, teamId } : { kind: target, wakes };
  const [field, given] = target === 'team' ? (['teamId', teamId] as const) : (['wakes', wakes] as const);
  if (z.uuid().safeParse(given).success) return named;
  const message = fault(
    field === 'teamId' ? 'schedules:faults.teamMissing' : 'schedules:faults.wakesMissing',
  );
  context.addIssue({ code: 'custom', path: [field], message });
  return null;
}

const WAKING_FAULTS = {
  overlap: { field: 'overlap', message: fault('schedules:faults.overlapOfWaking') },
  carry_over: { field: 'carryOver', message: fault('schedules:faults.carryOverOfWaking') },
  task: { field: 'task', message: fault('schedules:faults.taskOfWaking') },
} satisfies Record<WakingProblem, { field: string; message: string }>;

/** What does not go with waking a conversation, at the fields of the form. */
export function faultsOfWaking(problems: readonly WakingProblem[]): Record<string, string[]> {
  return Object.fromEntries(
    problems.map((problem) => [WAKING_FAULTS[problem].field, [WAKING_FAULTS[problem].message]]),
  );
}

/** What the fields of an empty form hold. */
export const EMPTY_SPEC_FIELDS: SpecFields = {
  way: 'words',
  words: '',
  cron: '',
  weekDays: [],
  monthDays: '*',
  months: '*',
  years: '*',
  hours: '9',
  minutes: '0',
  timeZone: 'UTC',
  startAt: '',
  endAt: '',
  jitterSeconds: '',
  gap: 'skip',
  fold: 'twice',
};

/** What the whole of an empty form holds. */
export const EMPTY_FORM = {
  ...EMPTY_SPEC_FIELDS,
  name: '',
  target: 'team',
  teamId: '',
  wakes: '',
  task: '',
  overlap: 'skip',
  catchUpMinutes: '',
  maxRuns: '',
  runsADay: '',
  costADay: '',
  carryOver: 'none',
};

/** What the form holds at first; every value is text, as fields have it. */
export type ScheduleFormValues = typeof EMPTY_FORM;

/** The fields of the form that say a schedule again; one that was edited outside has to be told anew when it is due. */
export function formOfSchedule(schedule: ScheduleView, task: string): ScheduleFormValues {
  const { name, team, wakes, spec, timeZone, overlap, catchUpSeconds, maxRuns, runsADay, carryOver } =
    schedule;
  const { costADayMicroUsd } = schedule;
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    ...(spec === null ? { ...EMPTY_SPEC_FIELDS, timeZone } : fieldsOfSpec(spec)),
    name,
    target: team === null ? 'conversation' : 'team',
    teamId: team?.id ?? '',
    wakes: wakes?.id ?? '',
    task,
    overlap,
    catchUpMinutes: catchUpSeconds === DEFAULT_CATCH_UP_SECONDS ? '' : String(catchUpSeconds / 60),
    maxRuns: text(maxRuns),
    runsADay: text(runsADay),
    costADay: costADayMicroUsd === null ? '' : String(costADayMicroUsd / MICRO),
    carryOver,
  };
}

/** The fields that say a spec again: in one calendar, or in cron expressions, which say all that calendars can. */
export function fieldsOfSpec(spec: ScheduleSpec): SpecFields {
  const { timing, timeZone, startAt, endAt, jitterSeconds, gap, fold } = spec;
  const rest = {
    ...EMPTY_SPEC_FIELDS,
    timeZone,
    startAt: startAt === null ? '' : localOfMoment(new Date(startAt), timeZone),
    endAt: endAt === null ? '' : localOfMoment(new Date(endAt), timeZone),
    jitterSeconds: jitterSeconds === 0 ? '' : String(jitterSeconds),
    gap,
    fold,
  };
  if (timing.kind === 'cron') return { ...rest, way: 'cron', cron: timing.expressions.join('\n') };
  if (timing.kind === 'interval') return { ...rest, way: 'words', words: intervalInWords(timing) };
  const [first] = timing.calendars;
  const weekDays = first === undefined ? null : weekDaysOf(first.dayOfWeek);
  if (first === undefined || timing.calendars.length > 1 || first.second !== '0' || weekDays === null) {
    return { ...rest, way: 'cron', cron: timing.calendars.map(cronOf).join('\n') };
  }
  return {
    ...rest,
    way: 'calendar',
    weekDays,
    monthDays: first.dayOfMonth,
    months: first.month,
    years: first.year,
    hours: first.hour,
    minutes: first.minute,
  };
}

/** The days that are ticked; null where the text takes more than ticks can say. */
function weekDaysOf(text: string): string[] | null {
  if (text === '*') return [];
  if (text === '1-5') return ['1', '2', '3', '4', '5'];
  return /^[0-6](?:,[0-6])*$/.test(text) ? text.split(',') : null;
}

/** As the form reads it again, whatever the page's language. */
function intervalInWords({
  everySeconds,
  offsetSeconds,
}: {
  everySeconds: number;
  offsetSeconds: number;
}): string {
  const every = `every ${inUnits(everySeconds)}`;
  return offsetSeconds === 0 ? every : `${every} shifted by ${inUnits(offsetSeconds)}`;
}

function inUnits(seconds: number): string {
  if (seconds % 3_600 === 0) return `${String(seconds / 3_600)} hours`;
  return seconds % 60 === 0 ? `${String(seconds / 60)} minutes` : `${String(seconds)} seconds`;
}

/** The times of a form that is being filled in, straight from its data. */
export function specFieldsOf(form: FormData): SpecFields {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const oneOf = <Value extends string>(values: readonly Value[], name: string, byDefault: Value): Value =>
    values.find((value) => value === text(name)) ?? byDefault;
  return {
    way: oneOf(timingWays, 'way', 'words'),
    words: text('words'),
    cron: text('cron'),
    weekDays: form.getAll('weekDays').filter((day) => typeof day === 'string'),
    monthDays: text('monthDays'),
    months: text('months'),
    years: text('years'),
    hours: text('hours'),
    minutes: text('minutes'),
    timeZone: text('timeZone'),
    startAt: text('startAt'),
    endAt: text('endAt'),
    jitterSeconds: text('jitterSeconds'),
    gap: oneOf(gapChoices, 'gap', 'skip'),
    fold: oneOf(foldChoices, 'fold', 'twice'),
  };
}
