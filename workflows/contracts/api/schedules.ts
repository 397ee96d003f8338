import { z } from 'zod';
import { conversationStates, wakeUpStates } from '../../domain/recordStates.ts';
import {
  carryOverKinds,
  outsideChanges,
  overlapPolicies,
  runKinds,
  runRefusals,
  scheduledRunStates,
} from '../../domain/schedules/states.ts';
import { wakingOverlaps, type WakingProblem, wakingProblems } from '../../domain/schedules/waking.ts';
import {
  backfillInputSchema,
  carriedOutSchema,
  pauseNoteSchema,
  type ScheduleInput,
  scheduleInputSchema,
  scheduleSpecSchema,
} from '../schedules/scheduleInput.ts';
import { storedSpecSchema } from '../schedules/storedSchedule.ts';
import { taskMessagesOf } from '../taskInput.ts';
import { task } from './conversations.ts';
import { id, idempotencyKey, json, moment, search, storable } from './fields.ts';

const spec = scheduleSpecSchema.meta({
  id: 'ScheduleSpec',
  description:
    'When it is due. `gap`: a local time that the clocks jump over is left out, or runs at the first minute after. `fold`: one that comes twice runs each time, or once.',
});

const described = {
  ...scheduleInputSchema.shape,
  task,
  spec,
  catchUpSeconds: scheduleInputSchema.shape.catchUpSeconds.describe(
    'If the Temporal server was away, runs that are late by less than this are started.',
  ),
  maxRuns: scheduleInputSchema.shape.maxRuns.describe(
    'Runs in all, not counting those by hand and of backfills.',
  ),
  runsADay: scheduleInputSchema.shape.runsADay.describe('In its time zone.'),
  costADayMicroUsd: scheduleInputSchema.shape.costADayMicroUsd.describe(
    'Millionths of a US dollar, in its time zone.',
  ),
  carryOver: scheduleInputSchema.shape.carryOver.describe('What a run is told of those before it.'),
  teamId: id.optional().describe('Each run takes the newest version of this team.'),
  team: storable(z.string().min(1).max(200)).optional().describe('The same, by the team’s name.'),
  teamVersionId: id.optional().describe('Each run takes this version of a team.'),
  wakes: id
    .optional()
    .describe(
      'A standing conversation that each date wakes with the task, a text. `overlap` then is skip, buffer_one, buffer_all or allow_all, and nothing is carried over.',
    ),
};

type Targeted = ScheduleInput & {
  teamId?: string | undefined;
  team?: string | undefined;
  teamVersionId?: string | undefined;
  wakes?: string | undefined;
};

/** A schedule has one target, and what goes with it. */
function checkTarget(body: Targeted, context: z.RefinementCtx): void {
  const { teamId, team, teamVersionId, wakes, task: given, overlap, carryOver } = body;
  if ([teamId, team, teamVersionId, wakes].filter(Boolean).length !== 1) {
    context.addIssue({
      code: 'custom',
      message:
        'give exactly one of teamId, team and teamVersionId (a team that starts a new conversation) and wakes (a standing conversation)',
    });
    return;
  }
  if (wakes === undefined) return;
  for (const problem of wakingProblems({ overlap, carryOver, task: taskMessagesOf(given) })) {
    context.addIssue({ code: 'custom', ...wakingFaults[problem] });
  }
}

/** What is wrong with a schedule that wakes a conversation, and where. */
export const wakingFaults = {
  overlap: {
    path: ['overlap'],
    message: `would end what is going in the conversation; one that is woken takes ${wakingOverlaps.join(', ')}`,
  },
  carry_over: {
    path: ['carryOver'],
    message: 'is for teams that start anew; a standing conversation keeps its transcript, so leave it out',
  },
  task: { path: ['task'], message: 'is no text; what wakes a conversation is one text, and not empty' },
} satisfies Record<WakingProblem, { path: string[]; message: string }>;

export const createScheduleBody = z
  .strictObject({
    ...described,
    isPaused: z.boolean().default(false).describe('It begins paused.'),
    idempotencyKey,
  })
  .superRefine(checkTarget)
  .meta({ id: 'CreateSchedule' });

export const updateScheduleBody = z
  .strictObject({
    ...described,
    revision: z
      .int()
      .min(1)
      .describe(
        'The revision that you have read. If somebody has made a newer one, nothing is stored (409).',
      ),
  })
  .superRefine(checkTarget)
  .meta({ id: 'UpdateSchedule' });

const previewedTime = z
  .object({
    at: moment,
    offsetMinutes: z.number().describe('How far local time is ahead of UTC then.'),
    clocksChangeBy: z
      .number()
      .nullable()
      .describe('By how many minutes the clocks change since the time before it; null: they don’t.'),
  })
  .meta({ id: 'ScheduleTime' });

export const previewScheduleBody = z
  .strictObject({ spec, count: z.int().min(1).max(100).default(10) })
  .meta({ id: 'PreviewSchedule' });

export const schedulePreviewSchema = z
  .object({ spec: json.describe('As it would be stored.'), times: z.array(previewedTime) })
  .meta({ id: 'SchedulePreview' });

const counters = z.object({
  taken: z.number().int(),
  missed: z.number().int(),
  skipped: z.number().int(),
  dropped: z.number().int(),
  waiting: z.number().int().describe('Runs that wait for others now.'),
});

const fields = {
  id,
  name: z.string(),
  state: z
    .enum(['active', 'paused', 'ended', 'deleted_outside'])
    .describe('`deleted_outside`: somebody has deleted it with Temporal’s own tools.'),
  team: z
    .object({
      id,
      name: z.string(),
      teamVersionId: id.nullable().describe('Null: each run takes the newest version.'),
      version: z.number().int().nullable(),
    })
    .nullable()
    .describe('It starts a new conversation at each date; null: the schedule wakes a standing one.'),
  wakes: z
    .object({ id, title: z.string(), standing: z.boolean().describe('False: dates are refused.') })
    .nullable()
    .describe('The conversation that each date wakes; null, and `team` too: it was deleted.'),
  spec: storedSpecSchema
    .nullable()
    .describe('When it is due; null: somebody has edited it with Temporal’s own tools.'),
  timeZone: z.string(),
  overlap: z.enum(overlapPolicies),
  catchUpSeconds: z.number().int(),
  maxRuns: z.number().int().nullable(),
  runsADay: z.number().int().nullable(),
  costADayMicroUsd: z.number().int().nullable(),
  carryOver: z.enum(carryOverKinds),
  revision: z.number().int(),
  pausedAt: moment.nullable(),
  pauseNote: z.string(),
  unappliedSince: moment
    .nullable()
    .describe('Since when a change is on its way into Temporal; null: none is.'),
  applyProblem: z.string().describe('What the server said against it; empty if nothing.'),
  outsideChange: z.enum(outsideChanges).nullable(),
  nextTimes: z.array(previewedTime).describe('As the Temporal server says them, with jitter.'),
  seenAt: moment.nullable().describe('When the server was last asked.'),
  counters: counters.describe('What the server has counted.'),
  createdAt: moment,
  endedAt: moment.nullable(),
};

/** A schedule in a list. */
export const scheduleSchema = z
  .object({
    ...fields,
    lastRun: z
      .object({
        nominalAt: moment,
        state: z.enum(scheduledRunStates),
        refusal: z.enum(runRefusals).nullable(),
        conversationId: id.nullable().describe('The one that it has started or woken.'),
      })
      .nullable(),
  })
  .meta({ id: 'Schedule' });

export const schedulePageSchema = z
  .object({ schedules: z.array(scheduleSchema), page: z.number().int(), pages: z.number().int() })
  .meta({ id: 'Schedules' });

/** A schedule with its task, and what its next run is told. */
export const wholeScheduleSchema = z
  .object({
    ...fields,
    task: json.describe('The messages of its task.'),
    carried: z
      .object({ runId: id, nominalAt: moment, text: z.string() })
      .nullable()
      .describe('What the next run is told of those before it, and by which run; null: nothing.'),
  })
  .meta({ id: 'WholeSchedule' });

export const createdScheduleSchema = z.object({ scheduleId: id }).meta({ id: 'CreatedSchedule' });
export const updatedScheduleSchema = z.object({ revision: z.number().int() }).meta({ id: 'UpdatedSchedule' });
export const scheduleDoneSchema = z.object({ outcome: z.literal('done') }).meta({ id: 'ScheduleDone' });

export const listSchedulesQuery = z.strictObject({
  search: search.describe('Text to search for in names.'),
  wakes: id.optional().describe('Only those that wake this conversation.'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('From 1.'),
});

export const listScheduleDatesQuery = z.strictObject({
  from: moment.optional().describe('Dates after this; by default the newest 60 up to `until`.'),
  until: moment.optional().describe('Dates up to this; by default now.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What became of one date. */
export const scheduleDateSchema = z
  .object({
    at: moment,
    outcome: z.enum([
      'run',
      'coming',
      'due',
      'waiting',
      'paused',
      'skipped',
      'replaced',
      'after_last',
      'dropped',
      'missed',
    ]),
    note: z.string().optional().describe('Of a pause.'),
    lateBySeconds: z.number().nullable().optional(),
    policy: z.enum(overlapPolicies).optional().describe('The policy that left it out.'),
    byRunId: id.optional().describe('The run that it was left out for.'),
    run: z
      .object({
        id,
        kind: z.enum(runKinds),
        state: z.enum(scheduledRunStates),
        refusal: z.enum(runRefusals).nullable(),
        revision: z.number().int(),
        startedAt: moment.nullable(),
        endedAt: moment.nullable(),
        conversation: z
          .object({
            id,
            title: z.string(),
            state: z.enum(conversationStates),
            stopReason: z.string().nullable(),
            costMicroUsd: z.number().int(),
            unpricedCalls: z.number().int(),
            unknownCalls: z.number().int(),
          })
          .nullable()
          .describe(
            'The one that it has started or woken. Of one that was woken, state, stop reason and cost are those of the run that took the wake-up.',
          ),
        wakeUp: z
          .object({
            state: z
              .enum(wakeUpStates)
              .describe('`dropped`: the conversation was ended for good before it had taken it.'),
            run: z.number().int().nullable().describe('The run that took it, from 0; null: none has.'),
            takenWith: z
              .number()
              .int()
              .describe('How many other wake-ups the same run took: outcome and cost are theirs, too.'),
          })
          .nullable()
          .describe('What woke a standing conversation; null: the run has started a new one.'),
        carriedIn: z.string().nullable(),
        carriedFromRunId: id.nullable(),
        carriedOut: z.string().nullable(),
      })
      .optional(),
  })
  .meta({ id: 'ScheduleDate' });

export const scheduleDatesSchema = z
  .object({
    dates: z.array(scheduleDateSchema).describe('The earliest first.'),
    hasMore: z
      .boolean()
      .describe('There are more: later ones of the range with `from`, earlier ones without it.'),
  })
  .meta({ id: 'ScheduleDates' });

export const pauseScheduleBody = z.strictObject({ note: pauseNoteSchema }).meta({ id: 'PauseSchedule' });
export const triggerScheduleBody = z.strictObject({ idempotencyKey }).meta({ id: 'TriggerSchedule' });
export const triggeredScheduleSchema = z
  .object({ runId: id, nominalAt: moment })
  .meta({ id: 'TriggeredSchedule' });

export const countBackfillQuery = z.strictObject({ from: moment, until: moment });
export const countedBackfillSchema = z
  .object({
    times: z.number().int().describe('The schedule’s times in the range.'),
    starts: z.number().int().describe('Those of them that have no run yet, or one that was refused.'),
  })
  .meta({ id: 'CountedBackfill' });

export const backfillScheduleBody = z
  .strictObject({ ...backfillInputSchema.shape, idempotencyKey })
  .refine(({ from, until }) => Date.parse(until) >= Date.parse(from), {
    path: ['until'],
    message: 'is before the beginning; choose a later end',
  })
  .meta({ id: 'BackfillSchedule' });
export const backfillingScheduleSchema = z
  .object({ backfillId: id, times: z.number().int() })
  .meta({ id: 'BackfillingSchedule' });

export const editCarriedBody = z
  .strictObject({ text: carriedOutSchema.describe('Empty: the next run is told nothing.') })
  .meta({ id: 'EditCarried' });

export type ApiSchedule = z.infer<typeof scheduleSchema>;
export type ApiScheduleDate = z.infer<typeof scheduleDateSchema>;
