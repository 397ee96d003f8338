import { randomUUID } from 'node:crypto';
import type { OverlapPolicy } from '../../../workflows/domain/schedules/states.ts';
import { agreed } from '../../agreed.ts';
import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';
import { findSchedule } from './findSchedule.ts';

interface Named {
  /** A name or an id. */
  schedule: string;
}

/** Pauses a schedule. */
export async function pauseSchedule(
  session: Session,
  { schedule, note }: Named & { note: string },
): Promise<ExitCode> {
  const { id, name } = await findSchedule(session.api, schedule);
  const params = { path: { scheduleId: id } };
  const answer = await answerTo(
    session.api.POST('/schedules/{scheduleId}/pause', { params, body: { note } }),
  );
  return tell(session, answer, `Paused: ${name}`);
}

/** Resumes a schedule. */
export async function resumeSchedule(session: Session, { schedule }: Named): Promise<ExitCode> {
  const { id, name } = await findSchedule(session.api, schedule);
  const params = { path: { scheduleId: id } };
  const answer = await answerTo(session.api.POST('/schedules/{scheduleId}/resume', { params }));
  return tell(session, answer, `Resumed: ${name}`);
}

/** Starts a run now. */
export async function triggerSchedule(
  session: Session,
  { schedule, key }: Named & { key: string | undefined },
): Promise<ExitCode> {
  const { id } = await findSchedule(session.api, schedule);
  const run = await answerTo(
    session.api.POST('/schedules/{scheduleId}/trigger', {
      params: { path: { scheduleId: id } },
      body: { idempotencyKey: key ?? randomUUID() },
    }),
  );
  return tell(session, run, `Run ${run.runId} of ${run.nominalAt}; \`colloquy schedule show\` shows it.`);
}

/** Fills in a range of the past, after it has said how many runs that starts. */
export async function backfillSchedule(
  session: Session,
  given: Named & {
    from: string;
    until: string;
    overlap: OverlapPolicy;
    yes: boolean;
    key: string | undefined;
  },
): Promise<ExitCode> {
  const { api } = session;
  const { schedule, overlap, yes, key } = given;
  const from = momentOf('--from', given.from);
  const until = momentOf('--until', given.until);
  const { id } = await findSchedule(api, schedule);
  const path = { scheduleId: id };
  const { times, starts } = await answerTo(
    api.GET('/schedules/{scheduleId}/backfill', { params: { path, query: { from, until } } }),
  );
  session.note(`The range has ${String(times)} dates; ${String(starts)} are to be started.`);
  if (starts === 0) return tell(session, { times, starts }, 'Nothing to start.');
  if (!yes && !(await agreed(session, 'Start them?'))) {
    session.note('Nothing was started.');
    return exitCodes.failed;
  }
  const answer = await answerTo(
    api.POST('/schedules/{scheduleId}/backfill', {
      params: { path },
      body: { from, until, overlap, idempotencyKey: key ?? randomUUID() },
    }),
  );
  return tell(session, { ...answer, starts }, `Backfill ${answer.backfillId}: ${String(starts)} runs.`);
}

/** Deletes a schedule, after a question. */
export async function deleteSchedule(
  session: Session,
  { schedule, yes }: Named & { yes: boolean },
): Promise<ExitCode> {
  const { id, name } = await findSchedule(session.api, schedule);
  if (!yes && !(await agreed(session, `Delete “${name}”? Its conversations stay.`))) {
    session.note('Nothing was deleted.');
    return exitCodes.failed;
  }
  const params = { path: { scheduleId: id } };
  const answer = await answerTo(session.api.DELETE('/schedules/{scheduleId}', { params }));
  return tell(session, answer, `Deleted: ${name}`);
}

function tell(session: Session, answer: unknown, words: string): ExitCode {
  if (session.json) writeJson(session, answer);
  else session.out(`${plainText(words)}\n`);
  return exitCodes.done;
}

/** As the API takes it; a local time without a zone is one of this machine's. */
function momentOf(name: string, text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) {
    throw new UsageError(`${name} takes a moment such as 2027-01-31T09:00:00Z.`);
  }
  return at.toISOString();
}
