import {
  type DatedRevision,
  type ExpectedTime,
  expectedTimes,
  newestExpectedTimes,
} from './expectedTimes.ts';
import type { OverlapPolicy, RunKind, RunRefusal, ScheduledRunState } from './states.ts';

/** A time in which it was paused; `resumedAt` null: it still is. */
export interface DatedPause {
  pausedAt: Date;
  resumedAt: Date | null;
  note: string;
}

/** A run, as far as dates are concerned. */
export interface DatedRun {
  id: string;
  nominalAt: Date;
  kind: RunKind;
  state: ScheduledRunState;
  refusal: RunRefusal | null;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** What became of a date. */
export type DateOutcome<Run extends DatedRun> =
  /** There is a run, also one that was refused; `lateBySeconds`: it began that much after its time. */
  | { kind: 'run'; run: Run; lateBySeconds: number | null }
  /** It is still to come. */
  | { kind: 'coming' }
  /** Its time has come, and the server may still start it. */
  | { kind: 'due' }
  /** It waits for an earlier run. */
  | { kind: 'waiting' }
  | { kind: 'paused'; note: string }
  /** The policy left it out: another run was going. */
  | { kind: 'skipped'; policy: OverlapPolicy; by: Run }
  /** A newer one took its place before it began. */
  | { kind: 'replaced'; policy: OverlapPolicy; by: Run }
  /** The schedule had had all its runs. */
  | { kind: 'after_last' }
  /** Too many waited. */
  | { kind: 'dropped' }
  /** The server was not there in time: by the time it was again, it was later than the catch-up window. */
  | { kind: 'missed'; lateBySeconds: number };

export interface AccountedDate<Run extends DatedRun> {
  at: Date;
  outcome: DateOutcome<Run>;
}

export interface ScheduleHistory<Run extends DatedRun> {
  /** In their order. */
  revisions: readonly DatedRevision[];
  pauses: readonly DatedPause[];
  /** Those of the range, those that were going in it, and the first one after it; in the order of their times. */
  runs: readonly Run[];
  /** The time of the last run that a limit of runs allows; null: it has not had that one, or has no limit. */
  lastRunAt: Date | null;
  /** When the schedule in Temporal was last looked at; null: never. */
  seenAt: Date | null;
  /** Runs that wait for others, as it was seen. */
  waiting: number;
  /** Runs that the server dropped in all, as it was seen. */
  dropped: number;
  now: Date;
}

/** The server begins a run within this of its time, if it does. */
const SETTLED_MS = 10_000;

/** The server sees the end of a run within this after its conversation's; until then it leaves others out. */
export const CLOSING_MS = 10_000;

/**
 * What became of each date of a schedule in a range (after `from`, up to `until`): the times that its revisions say, and
 * runs at other times. At most so many, the earliest first.
 */
export function accountDates<Run extends DatedRun>(
  history: ScheduleHistory<Run>,
  { from, until, most }: { from: Date; until: Date; most: number },
): AccountedDate<Run>[] {
  const runs = new Map(history.runs.map((run) => [run.nominalAt.getTime(), run]));
  const expected = expectedTimes(history.revisions, { from, until, most });
  const times = new Set(expected.map(({ at }) => at));
  const others = history.runs.filter(({ nominalAt }) => {
    const at = nominalAt.getTime();
    return at > from.getTime() && at <= until.getTime() && !times.has(at);
  });
  const dates = [
    ...expected.map((time): AccountedDate<Run> => {
      const run = runs.get(time.at);
      return { at: new Date(time.at), outcome: run ? ofRun(run) : ofMissing(history, time) };
    }),
    ...others.map((run): AccountedDate<Run> => ({ at: run.nominalAt, outcome: ofRun(run) })),
  ];
  return dates.sort((one, other) => one.at.getTime() - other.at.getTime()).slice(0, most);
}

function ofRun<Run extends DatedRun>(run: Run): DateOutcome<Run> {
  const late = run.startedAt === null ? null : run.startedAt.getTime() - run.nominalAt.getTime();
  return { kind: 'run', run, lateBySeconds: late === null ? null : Math.max(0, Math.round(late / 1_000)) };
}

function ofMissing<Run extends DatedRun>(
  history: ScheduleHistory<Run>,
  time: ExpectedTime,
): DateOutcome<Run> {
  const { at } = time;
  const { serverSpec, overlap, catchUpSeconds } = time.revision;
  const { now, seenAt, runs, lastRunAt, pauses } = history;
  if (at > now.getTime()) return { kind: 'coming' };
  const pause = pauses.find(
    ({ pausedAt, resumedAt }) => pausedAt.getTime() <= at && (resumedAt === null || resumedAt.getTime() > at),
  );
  if (pause !== undefined) return { kind: 'paused', note: pause.note };
  if (lastRunAt !== null && lastRunAt.getTime() < at) return { kind: 'after_last' };
  const latest = at + serverSpec.jitterSeconds * 1_000;
  const settled = (seenAt?.getTime() ?? 0) - SETTLED_MS;
  const by = goingAt(runs, at, latest);
  if (by !== undefined && (overlap === 'skip' || overlap === 'buffer_one')) {
    // The first that comes while one is going waits for it, and only that one.
    const waits = overlap === 'buffer_one' && by.endedAt === null && isFirstAfter(by, time);
    return waits && history.waiting > 0 ? { kind: 'waiting' } : { kind: 'skipped', policy: overlap, by };
  }
  if (by !== undefined && history.waiting > 0) return { kind: 'waiting' };
  const next = runs.find(({ nominalAt, startedAt }) => nominalAt.getTime() > at && startedAt !== null);
  if (
    next !== undefined &&
    (overlap === 'cancel_other' || overlap === 'terminate_other') &&
    by !== undefined
  ) {
    return { kind: 'replaced', policy: overlap, by: next };
  }
  if (latest > settled) return { kind: 'due' };
  const backAt = Math.min(
    ...runs.flatMap(({ startedAt, nominalAt }) =>
      startedAt !== null && nominalAt.getTime() > at ? [startedAt.getTime()] : [],
    ),
    seenAt?.getTime() ?? now.getTime(),
  );
  if (history.dropped > 0 && backAt - at < catchUpSeconds * 1_000) return { kind: 'dropped' };
  return { kind: 'missed', lateBySeconds: Math.max(0, Math.round((backAt - at) / 1_000)) };
}

/**
 * The run that was going for the server when another was due; `latest`: with its jitter. One that began late was going from
 * its time on: the server takes times in their order.
 */
function goingAt<Run extends DatedRun>(runs: readonly Run[], at: number, latest: number): Run | undefined {
  const begun = runs.filter(({ startedAt, nominalAt, kind, state }) => {
    if (startedAt === null || state === 'refused' || kind === 'manual') return false;
    return startedAt.getTime() <= latest || (kind === 'scheduled' && nominalAt.getTime() < at);
  });
  return (
    begun.find(({ endedAt }) => endedAt === null || endedAt.getTime() > at) ??
    begun.findLast(({ endedAt }) => endedAt !== null && endedAt.getTime() + CLOSING_MS > at)
  );
}

/** Whether no other date of a schedule came between a run's begin and a time. */
function isFirstAfter({ startedAt, nominalAt }: DatedRun, { at, due }: ExpectedTime): boolean {
  if (startedAt === null) return false;
  const after = Math.max(startedAt.getTime(), nominalAt.getTime());
  return due.after(Math.floor(after / 1_000)) === Math.floor(at / 1_000);
}

/**
 * Where the newest dates up to a moment begin: after what is returned there are at most so many. `runTimes`: those of the
 * newest runs up to the moment, at least `most` + 1 of them if there are as many. Null: there are no more than that.
 */
export function beginOfNewest(
  revisions: readonly DatedRevision[],
  runTimes: readonly Date[],
  { until, most }: { until: Date; most: number },
): Date | null {
  const expected = newestExpectedTimes(revisions, { from: new Date(0), until, most: most + 1 });
  const times = new Set([...expected.map(({ at }) => at), ...runTimes.map((at) => at.getTime())]);
  const before = [...times].sort((one, other) => other - one)[most];
  return before === undefined ? null : new Date(before);
}

/** How many dates became what. */
export function countOutcomes<Run extends DatedRun>(
  dates: readonly AccountedDate<Run>[],
): Record<DateOutcome<Run>['kind'], number> {
  const counts = {
    run: 0,
    coming: 0,
    due: 0,
    waiting: 0,
    paused: 0,
    skipped: 0,
    replaced: 0,
    after_last: 0,
    dropped: 0,
    missed: 0,
  };
  for (const { outcome } of dates) counts[outcome.kind] += 1;
  return counts;
}
