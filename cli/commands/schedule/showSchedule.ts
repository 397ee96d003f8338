import type { ApiSchedule, ApiScheduleDate } from '../../../workflows/contracts/api/schedules.ts';
import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { findSchedule, readSchedules } from './findSchedule.ts';
import { timingText } from './timingText.ts';

/** Lists schedules: id, state, next run, team or the conversation that is woken, name. */
export async function listSchedules(
  session: Session,
  wanted: { search?: string | undefined; wakes?: string | undefined },
): Promise<ExitCode> {
  const schedules = await readSchedules(session.api, wanted);
  if (session.json) writeJson(session, { schedules });
  else {
    for (const schedule of schedules) {
      const { id, state, nextTimes, name } = schedule;
      const next = state === 'active' ? (nextTimes[0]?.at ?? '-') : '-';
      session.out(
        `${plainText([id, state.padEnd(8), next.padEnd(24), targetText(schedule), name].join('  '))}\n`,
      );
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
    shown.team === null
      ? `wakes     ${shown.wakes === null ? DELETED : `${shown.wakes.id}  ${shown.wakes.title}${shown.wakes.standing ? '' : ' (no longer standing)'}`}`
      : `team      ${targetText(shown)}`,
    `due       ${shown.spec === null ? 'as edited with Temporal’s own tools' : timingText(shown.spec.timing)}`,
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
  const { kind, state, refusal, conversation, wakeUp } = run;
  return [at, state.padEnd(10), refusal ?? kind, conversation?.id ?? '', wakeUpText(wakeUp)]
    .join('  ')
    .trimEnd();
}

/** Which run took a wake-up, and with how many others. */
function wakeUpText(wakeUp: NonNullable<ApiScheduleDate['run']>['wakeUp']): string {
  if (wakeUp === null) return '';
  const { state, run, takenWith } = wakeUp;
  if (run === null) return state === 'waiting' ? 'waits to be taken' : '';
  // As its page and `colloquy show` count runs.
  const others = takenWith === 0 ? '' : `, with ${String(takenWith)} other${takenWith === 1 ? '' : 's'}`;
  return `run ${String(run + 1)}${others}`;
}

const DELETED = 'a conversation that was deleted';

/** What a schedule runs. */
function targetText({ team, wakes }: Pick<ApiSchedule, 'team' | 'wakes'>): string {
  if (team === null) return wakes === null ? DELETED : `wakes “${wakes.title}”`;
  return team.version === null ? team.name : `${team.name} v${String(team.version)}`;
}
