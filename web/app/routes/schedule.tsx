import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { momentOfLocal } from '../../../workflows/domain/schedules/localMoment.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import {
  type BackfillRefusal,
  backfillSchedule,
  countBackfill,
} from '../data/schedules/backfillSchedule.server.ts';
import { editCarriedOut } from '../data/schedules/editCarriedOut.server.ts';
import { readCarried } from '../data/schedules/readCarried.server.ts';
import { readRecentDates } from '../data/schedules/readRecentDates.server.ts';
import { readSchedule } from '../data/schedules/readSchedule.server.ts';
import { scheduleCommandSchema } from '../data/schedules/scheduleCommand.ts';
import { steerSchedule } from '../data/schedules/steerSchedule.server.ts';
import { triggerSchedule } from '../data/schedules/triggerSchedule.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SchedulePage } from '../pages/schedules/SchedulePage.tsx';

const NOT_FOUND = fault('schedules:faults.notFound');

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  pageTitle(matches, (t) => loaded?.schedule.name ?? t('schedules:title')),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const scheduleId = requireUuid(params['scheduleId']);
  const { searchParams } = new URL(request.url);
  const before = Date.parse(searchParams.get('until') ?? '');
  const until = Number.isNaN(before) ? new Date() : new Date(before);
  const [schedule, recent] = await Promise.all([
    readSchedule(scope, scheduleId),
    readRecentDates(scope, scheduleId, until),
  ]);
  if (schedule === null || recent === null) throw refuse(404, NOT_FOUND);
  const carried = schedule.carryOver === 'none' ? null : await readCarried(scope, scheduleId);
  const { task, ...view } = schedule;
  const [first] = recent.dates;
  const done = searchParams.get('done');
  return {
    schedule: { ...view, taskText: task.map(({ content }) => content).join('\n\n') },
    dates: recent.dates,
    earlier:
      recent.hasMore && first !== undefined
        ? `?until=${new Date(first.at.getTime() - 1).toISOString()}`
        : null,
    isEarlier: !Number.isNaN(before),
    carried,
    idempotencyKey: randomUUID(),
    done: (['carried', 'backfill'] as const).find((each) => each === done) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const scheduleId = requireUuid(params['scheduleId']);
  const page = `/schedules/${scheduleId}`;
  const command = scheduleCommandSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!command.success) throw refuse(400);
  const { data: given } = command;
  switch (given.intent) {
    case 'pause':
    case 'resume':
    case 'restore':
    case 'delete': {
      const schedule = await readSchedule(scope, scheduleId);
      const steering =
        given.intent === 'pause' || given.intent === 'resume'
          ? { kind: given.intent, note: given.note }
          : { kind: given.intent };
      const outcome = await steerSchedule(scope, user.id, scheduleId, steering);
      if (schedule === null || outcome === 'not_found') throw refuse(404, NOT_FOUND);
      const name = encodeURIComponent(schedule.name);
      return redirect(given.intent === 'delete' ? `/schedules?deleted=${name}` : page);
    }
    case 'trigger': {
      const run = await triggerSchedule(scope, user.id, { scheduleId, idempotencyKey: given.idempotencyKey });
      if (run === null) throw refuse(409, fault('schedules:faults.deletedOutside'));
      return redirect(page);
    }
    case 'carry': {
      const { runId, text } = given;
      const edited = await editCarriedOut(scope, user.id, { scheduleId, runId, text });
      if (!edited) throw refuse(404, fault('schedules:faults.noRun'));
      return redirect(`${page}?done=carried`);
    }
    case 'count':
    case 'backfill': {
      const answer = await fillIn({ scope, userId: user.id, scheduleId }, given);
      if (answer === 'done') return redirect(`${page}?done=backfill`);
      return data(answer, { status: answer.faults.length > 0 ? 422 : 200 });
    }
  }
}

type RangeCommand = Extract<z.output<typeof scheduleCommandSchema>, { intent: 'count' | 'backfill' }>;

/** Counts the runs of a range, or starts them; or says what is wrong with the range. */
async function fillIn(
  {
    scope,
    userId,
    scheduleId,
  }: { scope: Parameters<typeof readSchedule>[0]; userId: string; scheduleId: string },
  given: RangeCommand,
) {
  const schedule = await readSchedule(scope, scheduleId);
  if (schedule === null) throw refuse(404, NOT_FOUND);
  const { overlap } = given;
  const asked = { from: given.from, until: given.until, overlap };
  const refused = (why: string) => ({ ...asked, faults: [why], counted: null });
  const from = momentOfLocal(given.from, schedule.timeZone);
  const until = momentOfLocal(given.until, schedule.timeZone);
  if (from === null || until === null) return refused(fault('schedules:faults.moment'));
  if (until < from) return refused(fault('schedules:faults.backfillBackwards'));
  if (given.intent === 'count') {
    const result = await countBackfill(scope, { scheduleId, range: { from, until, overlap } });
    if (result.outcome !== 'counted') return refused(faultOfBackfill(result));
    return { ...asked, faults: [], counted: { times: result.times, starts: result.starts } };
  }
  const result = await backfillSchedule(scope, userId, {
    scheduleId,
    range: { from, until, overlap },
    idempotencyKey: given.idempotencyKey,
  });
  return result.outcome === 'asked_for' ? ('done' as const) : refused(faultOfBackfill(result));
}

function faultOfBackfill(refusal: BackfillRefusal): string {
  switch (refusal.outcome) {
    case 'no_times':
      return fault('schedules:faults.backfillNoTimes');
    case 'too_many':
      return fault('schedules:faults.backfillTooMany', { max: refusal.most });
    case 'not_past':
      return fault('schedules:faults.backfillNotPast');
    case 'not_for_waking':
      return fault('schedules:faults.overlapOfWaking');
    case 'not_found':
      throw refuse(404, NOT_FOUND);
  }
}

export default function ScheduleRoute() {
  const loaded = useLoaderData<typeof loader>();
  const backfill = useActionData<typeof action>() ?? null;
  return <SchedulePage {...loaded} backfill={backfill} />;
}
