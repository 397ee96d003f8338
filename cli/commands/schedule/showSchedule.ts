import type { ApiScheduleDate } from '../../../workflows/contracts/api/schedules.ts';
import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { findSchedule, readSchedules } from './findSchedule.ts';

/** Lists schedules: id, state, next run, team, name. */
export async function listSchedules(
  session: Session,
  { search }: { search: string | undefined },
): Promise<ExitCode> {
  const schedules = await readSchedules(session.api, search);
  if (session.json) writeJson(session, { schedules });
  else {
    for (const { id, state, nextTimes, team, name } of schedules) {
      const next = state === 'active' ? (nextTimes[0]?.at ?? '-') : '-';
      session.out(`${plainText([id, state.padEnd(8), next.padEnd(24), team.name, name].join('  '))}\n`);
    }
  }
  return exitCodes.done;
}

/** Shows a schedule with its next runs, and what became of its newest dates. */
export async function showSchedule(session: Session, { schedule }: { schedule: string }): Promise<ExitCode> {
  const { api } = session;
  const { id: scheduleId } = await findSchedule(api, schedule);
  const path = { scheduleId };
  const shown = await answerTo(api.GET('/schedules/{scheduleId}', { params: { path } }));
  const { dates } = await answerTo(api.GET('/schedules/{scheduleId}/dates', { params: { path } }));
  if (session.json) {
    writeJson(session, { ...shown, dates });
    return exitCodes.done;
  }
  const lines = [
    `${shown.name} (${shown.state}${shown.pauseNote === '' ? '' : `: ${shown.pauseNote}`})`,
    `team      ${shown.team.name}${shown.team.version === null ? '' : ` v${String(shown.team.version)}`}`,
    `due       ${shown.spec === null ? 'as edited with Temporal’s own tools' : JSON.stringify(shown.spec.timing)}`,
    `zone      ${shown.timeZone}`,
    `overlap   ${shown.overlap}`,
    ...(shown.applyProblem === '' ? [] : [`problem   ${shown.applyProblem}`]),
    ...shown.nextTimes.map(({ at, clocksChangeBy }) =>
      clocksChangeBy === null
        ? `next      ${at}`
        : `next      ${at}  (the clocks change by ${String(clocksChangeBy)} min before)`,
    ),
    ...dates.map((date) => `date      ${dateText(date)}`),
  ];
  session.out(`${lines.map(plainText).join('\n')}\n`);
  return exitCodes.done;
}

/** A date on one line: when, what became of it, why, and its conversation. */
function dateText({ at, outcome, run, note, lateBySeconds }: ApiScheduleDate): string {
  if (run === undefined) {
    const why = note ?? (outcome === 'missed' ? `${String(lateBySeconds)} s late` : '');
    return [at, outcome.padEnd(10), why].join('  ').trimEnd();
  }
  const { kind, state, refusal, conversation } = run;
  return [at, state.padEnd(10), refusal ?? kind, conversation?.id ?? ''].join('  ').trimEnd();
}
