import { randomUUID } from 'node:crypto';
import { type ApiScheduleDate, wakingFaults } from '../../../workflows/contracts/api/schedules.ts';
import { assertNever, type Json } from '../../../workflows/domain/json.ts';
import type { AccountedDate } from '../../../workflows/domain/schedules/dates.ts';
import { type PreviewedTime, previewTimes } from '../../../workflows/domain/schedules/preview.ts';
import {
  type BackfillRefusal,
  backfillSchedule,
  countBackfill,
} from '../../app/data/schedules/backfillSchedule.server.ts';
import { createSchedule } from '../../app/data/schedules/createSchedule.server.ts';
import { editCarriedOut } from '../../app/data/schedules/editCarriedOut.server.ts';
import type { ScheduleRefusal, TargetChoice } from '../../app/data/schedules/findTarget.server.ts';
import { readCarried } from '../../app/data/schedules/readCarried.server.ts';
import { readRecentDates } from '../../app/data/schedules/readRecentDates.server.ts';
import { listSchedulePage, readSchedule } from '../../app/data/schedules/readSchedule.server.ts';
import { readScheduleDates, type ShownRun } from '../../app/data/schedules/readScheduleDates.server.ts';
import type { ScheduleView } from '../../app/data/schedules/scheduleView.ts';
import { type ScheduleSteering, steerSchedule } from '../../app/data/schedules/steerSchedule.server.ts';
import { triggerSchedule } from '../../app/data/schedules/triggerSchedule.server.ts';
import { updateSchedule } from '../../app/data/schedules/updateSchedule.server.ts';
import type { TokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { choiceOf, noStanding, taskRefused, unknownTeam } from './conversations.ts';
import { keyUsed } from './keyUsed.ts';

/** The operations on schedules. */
export const scheduleOperations: Pick<
  OperationHandlers,
  | 'listSchedules'
  | 'createSchedule'
  | 'previewSchedule'
  | 'readSchedule'
  | 'updateSchedule'
  | 'deleteSchedule'
  | 'listScheduleDates'
  | 'pauseSchedule'
  | 'resumeSchedule'
  | 'restoreSchedule'
  | 'triggerSchedule'
  | 'countBackfill'
  | 'backfillSchedule'
  | 'editCarried'
> = {
  listSchedules: async ({ holder, query: { page, search = '', wakes } }) => {
    const list = await listSchedulePage(holder.scope, { page, search, wakesId: wakes });
    const schedules = list.rows.map(({ lastRun, ...schedule }) => ({
      ...scheduleFields(schedule),
      lastRun: lastRun === null ? null : { ...lastRun, nominalAt: lastRun.nominalAt.toISOString() },
    }));
    return { body: { schedules, page: list.page, pages: list.pages } };
  },

  createSchedule: async ({ holder: { scope, userId }, body }) => {
    const { isPaused, idempotencyKey = randomUUID(), ...described } = body;
    const { target, schedule } = targetAndRest(described);
    const result = await createSchedule(scope, userId, { target, schedule, isPaused, idempotencyKey });
    switch (result.outcome) {
      case 'created':
        return { status: 201, body: { scheduleId: result.scheduleId } };
      case 'differs':
        throw keyUsed(`It has made the schedule ${result.scheduleId}.`);
      case 'refused':
      case 'unknown_team':
      case 'not_standing':
      case 'not_for_waking':
        throw refusalOf(result);
      default:
        return assertNever(result);
    }
  },

  previewSchedule: ({ body: { spec, count } }) => {
    const times = previewTimes(spec, new Date(), count).map(timeView);
    return Promise.resolve({ body: { spec: spec as unknown as Json, times } });
  },

  readSchedule: async ({ holder: { scope }, params: { scheduleId } }) => {
    const schedule = await readSchedule(scope, scheduleId);
    if (schedule === null) throw notFound('schedule');
    const carried = schedule.carryOver === 'none' ? null : await readCarried(scope, scheduleId);
    return {
      body: {
        ...scheduleFields(schedule),
        task: schedule.task as unknown as Json,
        carried: carried === null ? null : { ...carried, nominalAt: carried.nominalAt.toISOString() },
      },
    };
  },

  updateSchedule: async ({ holder: { scope, userId }, params: { scheduleId }, body }) => {
    const { revision, ...described } = body;
    const { target, schedule } = targetAndRest(described);
    const result = await updateSchedule(scope, userId, { scheduleId, target, schedule, revision });
    switch (result.outcome) {
      case 'updated':
        return { body: { revision: result.revision } };
      case 'not_found':
        throw notFound('schedule');
      case 'changed':
        throw new Problem({
          kind: 'stale',
          status: 409,
          title: `The schedule's newest revision is ${String(result.revision)}`,
          detail: 'Nothing was stored. Read it again, and apply your changes to that.',
        });
      case 'refused':
      case 'unknown_team':
      case 'not_standing':
      case 'not_for_waking':
        throw refusalOf(result);
      default:
        return assertNever(result);
    }
  },

  deleteSchedule: ({ holder, params }) => steer(holder, params.scheduleId, { kind: 'delete' }),

  listScheduleDates: async ({ holder: { scope }, params: { scheduleId }, query }) => {
    const until = query.until === undefined ? new Date() : new Date(query.until);
    const read =
      query.from === undefined
        ? await readRecentDates(scope, scheduleId, until)
        : await readScheduleDates(scope, scheduleId, {
            from: new Date(query.from),
            until,
            most: query.limit,
          });
    if (read === null) throw notFound('schedule');
    return { body: { dates: read.dates.map(dateView), hasMore: read.hasMore } };
  },

  pauseSchedule: ({ holder, params, body }) =>
    steer(holder, params.scheduleId, { kind: 'pause', note: body.note }),
  resumeSchedule: ({ holder, params }) => steer(holder, params.scheduleId, { kind: 'resume', note: '' }),
  restoreSchedule: ({ holder, params }) => steer(holder, params.scheduleId, { kind: 'restore' }),

  triggerSchedule: async ({ holder: { scope, userId }, params: { scheduleId }, body }) => {
    const idempotencyKey = body.idempotencyKey ?? randomUUID();
    const run = await triggerSchedule(scope, userId, { scheduleId, idempotencyKey });
    if (run === null) throw notFound('schedule');
    return { status: 201, body: { runId: run.runId, nominalAt: run.nominalAt.toISOString() } };
  },

  countBackfill: async ({ holder: { scope }, params: { scheduleId }, query: range }) => {
    const result = await countBackfill(scope, { scheduleId, range });
    if (result.outcome !== 'counted') throw backfillRefused(result);
    return { body: { times: result.times, starts: result.starts } };
  },

  backfillSchedule: async ({ holder: { scope, userId }, params: { scheduleId }, body }) => {
    const { idempotencyKey = randomUUID(), ...range } = body;
    const result = await backfillSchedule(scope, userId, { scheduleId, range, idempotencyKey });
    if (result.outcome !== 'asked_for') throw backfillRefused(result);
    return { status: 201, body: { backfillId: result.backfillId, times: result.times } };
  },

  editCarried: async ({ holder: { scope, userId }, params: { scheduleId, runId }, body: { text } }) => {
    const edited = await editCarriedOut(scope, userId, { scheduleId, runId, text });
    if (!edited) throw notFound('ended run of this schedule');
    return { body: { outcome: 'done' } };
  },
};

async function steer({ scope, userId }: TokenHolder, scheduleId: string, steering: ScheduleSteering) {
  const outcome = await steerSchedule(scope, userId, scheduleId, steering);
  if (outcome === 'not_found') throw notFound('schedule');
  return { body: { outcome } };
}

/** What a schedule does at its dates, apart from how it is described. */
function targetAndRest<Body extends TargetFields>({ teamId, team, teamVersionId, wakes, ...schedule }: Body) {
  const target: TargetChoice = wakes === undefined ? choiceOf({ teamId, team, teamVersionId }) : { wakes };
  return { target, schedule };
}

interface TargetFields {
  teamId?: string | undefined;
  team?: string | undefined;
  teamVersionId?: string | undefined;
  wakes?: string | undefined;
}

function refusalOf(refusal: ScheduleRefusal): Problem {
  switch (refusal.outcome) {
    case 'unknown_team':
      return unknownTeam();
    case 'not_standing':
      return noStanding();
    case 'not_for_waking': {
      const faults = refusal.problems.map((problem) => wakingFaults[problem]);
      return new Problem({
        kind: 'invalid_request',
        status: 422,
        title: 'The schedule can’t wake a conversation like this',
        detail: faults.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '),
      });
    }
    case 'refused':
      return taskRefused(refusal.reason);
    default:
      return assertNever(refusal);
  }
}

function backfillRefused(refusal: BackfillRefusal): Problem {
  const refused = (title: string, detail: string): Problem =>
    new Problem({ kind: 'invalid_request', status: 422, title, detail });
  switch (refusal.outcome) {
    case 'not_found':
      return notFound('schedule');
    case 'no_times':
      return refused('The schedule has no date in this range', 'Choose another range.');
    case 'too_many':
      return refused(
        `The range has more than ${refusal.most.toLocaleString('en')} dates`,
        'Choose a shorter range, and backfill the rest afterwards.',
      );
    case 'not_past':
      return refused('The range ends in the future', 'Only dates that have passed can be filled in.');
    case 'not_for_waking':
      return refused('The policy is none for this schedule', `overlap ${wakingFaults.overlap.message}.`);
    default:
      return assertNever(refusal);
  }
}

function timeView({ at, ...time }: PreviewedTime) {
  return { at: at.toISOString(), ...time };
}

function scheduleFields(view: ScheduleView) {
  const { task: _task, ...schedule } = view as ScheduleView & { task?: unknown };
  return {
    ...schedule,
    pausedAt: view.pausedAt?.toISOString() ?? null,
    unappliedSince: view.unappliedSince?.toISOString() ?? null,
    nextTimes: view.nextTimes.map(timeView),
    seenAt: view.seenAt?.toISOString() ?? null,
    createdAt: view.createdAt.toISOString(),
    endedAt: view.endedAt?.toISOString() ?? null,
  };
}

function dateView({ at, outcome }: AccountedDate<ShownRun>): ApiScheduleDate {
  const date = { at: at.toISOString(), outcome: outcome.kind };
  switch (outcome.kind) {
    case 'run':
      return { ...date, lateBySeconds: outcome.lateBySeconds, run: runView(outcome.run) };
    case 'paused':
      return { ...date, note: outcome.note };
    case 'skipped':
    case 'replaced':
      return { ...date, policy: outcome.policy, byRunId: outcome.by.id };
    case 'missed':
      return { ...date, lateBySeconds: outcome.lateBySeconds };
    case 'coming':
    case 'due':
    case 'waiting':
    case 'after_last':
    case 'dropped':
      return date;
    default:
      return assertNever(outcome);
  }
}

function runView(run: ShownRun): NonNullable<ApiScheduleDate['run']> {
  const { id, kind, state, refusal, revision, conversation, wakeUp } = run;
  const { carriedIn, carriedFromRunId, carriedOut } = run;
  return {
    id,
    kind,
    state,
    refusal,
    revision,
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    conversation,
    wakeUp,
    carriedIn,
    carriedFromRunId,
    carriedOut,
  };
}
