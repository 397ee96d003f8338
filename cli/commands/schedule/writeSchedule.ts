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
  given: { team: string; task: string; name: string; paused: boolean; key: string | undefined },
  options: ScheduleOptions,
): Promise<ExitCode> {
  const { team, task, name, paused, key } = given;
  const { id: teamId } = await findTeam(session.api, team);
  const { scheduleId } = await answerTo(
    session.api.POST('/schedules', {
      body: {
        name,
        teamId,
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
  given: { schedule: string; name: string | undefined; task: string | undefined; team: string | undefined },
  options: ScheduleOptions,
): Promise<ExitCode> {
  const { api } = session;
  const { id: scheduleId } = await findSchedule(api, given.schedule);
  const path = { scheduleId };
  const before = await answerTo(api.GET('/schedules/{scheduleId}', { params: { path } }));
  const team =
    given.team !== undefined
      ? { teamId: (await findTeam(api, given.team)).id }
      : before.team.teamVersionId !== null
        ? { teamVersionId: before.team.teamVersionId }
        : { teamId: before.team.id };
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
    ...team,
    task: text,
    ...bodyOf(describe(kept, options)),
    revision: before.revision,
  };
  const updated = await answerTo(api.POST('/schedules/{scheduleId}', { params: { path }, body }));
  if (session.json) writeJson(session, updated);
  else session.out(`Revision ${String(updated.revision)} of ${plainText(body.name)}.\n`);
  return exitCodes.done;
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
