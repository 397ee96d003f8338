import type { ApiSchedule } from '../../../workflows/contracts/api/schedules.ts';
import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { readInput } from '../../readInput.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';
import { findTeam } from '../findTeam.ts';
import { findSchedule } from './findSchedule.ts';
import { describe, type Described, type ScheduleOptions, undescribed } from './scheduleOptions.ts';

/** Makes a schedule, and prints its id and its next runs. */
export async function addSchedule(
  session: Session,
  given: {
    team: string | undefined;
    task: string | undefined;
    name: string;
    wakes: string | undefined;
    paused: boolean;
    key: string | undefined;
  },
  options: ScheduleOptions,
): Promise<ExitCode> {
  const { name, paused, key } = given;
  const { target, task } = await targetAndTask(session, given);
  const { scheduleId } = await answerTo(
    session.api.POST('/schedules', {
      body: {
        name,
        ...target,
        task: taskOf(task),
        ...bodyOf(describe(undescribed(), options)),
        isPaused: paused,
        ...(key === undefined ? {} : { idempotencyKey: key }),
      },
    }),
  );
  if (session.json) writeJson(session, { scheduleId });
  else session.out(`${scheduleId}\n`);
  session.note(`${session.url}/schedules/${scheduleId}`);
  return exitCodes.done;
}

/** Changes what the options name; the rest stays. */
export async function editSchedule(
  session: Session,
  given: {
    schedule: string;
    name: string | undefined;
    task: string | undefined;
    team: string | undefined;
    wakes: string | undefined;
  },
  options: ScheduleOptions,
): Promise<ExitCode> {
  const { api } = session;
  const { id: scheduleId } = await findSchedule(api, given.schedule);
  const path = { scheduleId };
  const before = await answerTo(api.GET('/schedules/{scheduleId}', { params: { path } }));
  const target =
    given.team !== undefined || given.wakes !== undefined
      ? await targetOf(session, given)
      : targetAsBefore(before);
  const text = given.task === undefined ? textOf(before.task) : taskOf(given.task);
  if (text === null) {
    throw new UsageError('Its task is more than a text: give it again with --task, or use the API.');
  }
  const kept: Described = {
    ...undescribed(),
    ...before,
    timing: before.spec?.timing ?? null,
    gap: before.spec?.gap ?? 'skip',
    fold: before.spec?.fold ?? 'twice',
    startAt: before.spec?.startAt ?? null,
    endAt: before.spec?.endAt ?? null,
    jitterSeconds: before.spec?.jitterSeconds ?? 0,
  };
  const body = {
    name: given.name ?? before.name,
    ...target,
    task: text,
    ...bodyOf(describe(kept, options)),
    revision: before.revision,
  };
  const updated = await answerTo(api.POST('/schedules/{scheduleId}', { params: { path }, body }));
  if (session.json) writeJson(session, updated);
  else session.out(`Revision ${String(updated.revision)} of ${plainText(body.name)}.\n`);
  return exitCodes.done;
}

/** What a new schedule does: with --wakes the task stands alone. */
async function targetAndTask(
  session: Session,
  given: { team: string | undefined; task: string | undefined; wakes: string | undefined },
) {
  const { team, task, wakes } = given;
  if (wakes === undefined) {
    if (team === undefined || task === undefined) {
      throw new UsageError('Give a team and its task, or a task and --wakes with a conversation.');
    }
    return { target: await targetOf(session, { team, wakes }), task };
  }
  if (task !== undefined) throw new UsageError('Give either a team or --wakes.');
  if (team === undefined) throw new UsageError('Say what the conversation should do.');
  return { target: { wakes }, task: team };
}

async function targetOf(
  session: Session,
  { team, wakes }: { team: string | undefined; wakes: string | undefined },
): Promise<{ teamId: string } | { wakes: string }> {
  if (team !== undefined && wakes !== undefined) throw new UsageError('Give either --team or --wakes.');
  if (wakes !== undefined) return { wakes };
  return { teamId: (await findTeam(session.api, team ?? '')).id };
}

function targetAsBefore({ team, wakes }: Pick<ApiSchedule, 'team' | 'wakes'>) {
  if (team !== null) {
    return team.teamVersionId === null ? { teamId: team.id } : { teamVersionId: team.teamVersionId };
  }
  if (wakes !== null) return { wakes: wakes.id };
  throw new UsageError('The conversation that it woke was deleted: name another with --wakes, or a --team.');
}

function taskOf(task: string): string {
  return task === '-' ? readInput('-') : task;
}

/** The text of a task that is one; null: it is more. */
function textOf(task: unknown): string | null {
  const [first, second] = task as { type: string; source: string; content: string }[];
  return first?.type === 'TextMessage' && first.source === 'user' && second === undefined
    ? first.content
    : null;
}

function bodyOf({ timing, timeZone, startAt, endAt, jitterSeconds, gap, fold, ...rest }: Described) {
  const { overlap, catchUpSeconds, maxRuns, runsADay, costADayMicroUsd, carryOver } = rest;
  return {
    spec: {
      // The server knows which timings there are.
      timing: timing as { kind: 'words'; text: string },
      timeZone,
      startAt,
      endAt,
      jitterSeconds,
      gap,
      fold,
    },
    overlap,
    catchUpSeconds,
    maxRuns,
    runsADay,
    costADayMicroUsd,
    carryOver,
  };
}
