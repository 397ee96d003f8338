import { setTimeout as delay } from 'node:timers/promises';
import { compileSpec } from '../../workflows/domain/schedules/compileSpec.ts';
import { localTimeInWords } from '../../workflows/domain/schedules/localDay.ts';
import { dueTimes, timesBetween } from '../../workflows/domain/schedules/serverTimes.ts';
import type { ScheduleSpec } from '../../workflows/domain/schedules/spec.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { writeSchedule } from '../support/scheduleRows.ts';
import { text } from '../support/scriptedReply.ts';
import type { FaultStage } from './faultStage.ts';
import { faultsOfConversations, faultsOfRuns, runRows, startsOf } from './scheduleTruth.ts';

/** What became of a year's dates of schedules whose worker, Temporal server and database were killed again and again. */
export interface YearReport {
  /** The dates of all schedules. */
  dates: number;
  kills: { worker: number; temporal: number; database: number };
  /** Kills while runs were under way or waiting. */
  midWork: number;
  /** Requests to the model, and how many of them were lost with a worker or the database and made again. */
  requests: number;
  unknownCalls: number;
  /** Starts by the server beyond one for each time; they find that it has run. */
  startedAgain: number;
  /** What is wrong; empty: nothing. */
  faults: string[];
}

export interface YearOptions {
  /** The range that is filled in, of which each weekday at 8:30 is a date. */
  from: string;
  until: string;
  zones: readonly string[];
  kills: number;
  /** The time between two kills in milliseconds, at least and at most. */
  between: readonly [number, number];
  /** Which is killed when; the same again with the same seed. */
  seed: number;
}

/** Weekdays at 8:30, also where the clocks change. */
const weekdays = (timeZone: string): ScheduleSpec => ({
  ...{ timing: { kind: 'cron', expressions: ['30 8 * * 1-5'] }, timeZone },
  ...{ startAt: null, endAt: null, jitterSeconds: 0, gap: 'skip', fold: 'twice' },
});
/** In the compressed calendar each date is as long as this after the one before it. */
const COMPRESSED_SECONDS = 2;
const PATIENCE_MS = 600_000;

type Victim = keyof YearReport['kills'];

interface Chain {
  name: string;
  scheduleId: string;
  expected: Date[];
}

/**
 * Plays all dates of a range twice in each zone: as a backfill, and in real time with seconds for days. Meanwhile the worker,
 * the Temporal server and the database are killed at random. Each run counts on from what the one before it left, so that
 * the numbers tell which ran in which order.
 */
export async function killThroughAYear(
  stage: FaultStage,
  options: YearOptions,
  onKill: (line: string) => void = () => undefined,
): Promise<YearReport> {
  const { zones, kills: wanted, between } = options;
  stage.model.otherwise(({ messages }) => {
    const left = /<left-by-earlier-runs>\n[^\n]*\n\n(\d+)\n/.exec(messages.at(-1)?.content ?? '')?.[1];
    return text(`Done.\n\`\`\`summary\n${String(Number(left ?? 0) + 1)}\n\`\`\``);
  });
  const chains: Chain[] = [];
  for (const zone of zones) {
    const filled = await fillIn(stage, zone, options);
    chains.push(filled, await compress(stage, zone, filled.expected.length));
  }
  const dates = chains.reduce((sum, { expected }) => sum + expected.length, 0);
  const random = randomNumbers(options.seed);
  const kills = { worker: 0, temporal: 0, database: 0 };
  let midWork = 0;
  for (let kill = 1; kill <= wanted; kill += 1) {
    await delay(between[0] + random() * (between[1] - between[0]));
    const done = await endedRuns(stage);
    if (done < dates) midWork += 1;
    const victim: Victim =
      (['worker', 'temporal', 'database'] as const)[Math.floor(random() * 3)] ?? 'worker';
    kills[victim] += 1;
    onKill(`kill ${String(kill)}: ${victim}, after ${String(done)} of ${String(dates)} runs`);
    await killers[victim](stage);
  }
  await untilAllHaveEnded(stage, dates);
  return { dates, kills, midWork, ...(await reportOf(stage, chains)) };
}

const killers: Record<Victim, (stage: FaultStage) => Promise<void>> = {
  worker: (stage) => stage.replaceWorker(),
  temporal: (stage) => stage.restartTemporal(),
  database: (stage) => stage.restartDatabase(),
};

async function fillIn(stage: FaultStage, zone: string, { from, until }: YearOptions): Promise<Chain> {
  const { projectId } = stage;
  const spec = weekdays(zone);
  const scheduleId = await writeChained(stage, spec);
  await stage.database().scheduleBackfill.create({
    data: {
      ...{ projectId, scheduleId, overlap: 'buffer_all', idempotencyKey: zone },
      ...{ rangeFrom: new Date(from), rangeUntil: new Date(until) },
    },
  });
  const expected = timesOf(spec, Date.parse(from) / 1_000 - 1, Date.parse(until) / 1_000);
  return { name: `${zone}, filled in`, scheduleId, expected };
}

async function compress(stage: FaultStage, zone: string, dates: number): Promise<Chain> {
  const start = Math.ceil(Date.now() / 10_000) * 10 + 10;
  const end = start + (dates - 1) * COMPRESSED_SECONDS;
  const spec: ScheduleSpec = {
    ...weekdays(zone),
    timing: { kind: 'cron', expressions: [`*/${String(COMPRESSED_SECONDS)} * * * * * *`] },
    startAt: new Date(start * 1_000).toISOString(),
    endAt: new Date(end * 1_000).toISOString(),
  };
  return {
    name: `${zone}, compressed`,
    scheduleId: await writeChained(stage, spec),
    expected: timesOf(spec, start - 1, end),
  };
}

function writeChained(stage: FaultStage, spec: ScheduleSpec): Promise<string> {
  return writeSchedule(stage.database(), stage.projectId, {
    team: team({ participants: [agent({ name: 'writer' })], maxTurns: 1 }),
    spec,
    overlap: 'buffer_all',
    // So long, runs that are late because something was away are still begun.
    catchUpSeconds: 3_600,
    carryOver: 'summary',
  });
}

function timesOf(spec: ScheduleSpec, from: number, until: number): Date[] {
  const due = dueTimes(compileSpec(spec, new Date()));
  return timesBetween(due, from, until, Infinity).map((seconds) => new Date(seconds * 1_000));
}

function endedRuns(stage: FaultStage): Promise<number> {
  return stage
    .database()
    .scheduledRun.count({ where: { projectId: stage.projectId, endedAt: { not: null } } });
}

/** Gives up where no run has ended for a long time. */
async function untilAllHaveEnded(stage: FaultStage, dates: number): Promise<void> {
  let seen = -1;
  let since = Date.now();
  for (;;) {
    const ended = await endedRuns(stage);
    if (ended >= dates || Date.now() - since > PATIENCE_MS) return;
    if (ended !== seen) since = Date.now();
    seen = ended;
    await delay(500);
  }
}

async function reportOf(stage: FaultStage, chains: readonly Chain[]) {
  const database = stage.database();
  const faults: string[] = [];
  let runs = 0;
  let starts = 0;
  for (const { name, scheduleId, expected } of chains) {
    const found = await runRows(stage, scheduleId);
    runs += found.length;
    starts += await startsOf(stage, scheduleId);
    faults.push(...faultsOfRuns(name, found, expected));
    for (const [index, { nominalAt, carriedIn, carriedOut, startedAt }] of found.entries()) {
      const at = `${name}: ${nominalAt.toISOString()}`;
      const told = index === 0 ? null : String(index);
      if (carriedIn !== told || carriedOut !== String(index + 1))
        faults.push(`${at} was told ${carriedIn ?? 'nothing'} and left ${carriedOut ?? 'nothing'}`);
      const before = found[index - 1]?.endedAt ?? null;
      if (startedAt === null || (before !== null && startedAt < before))
        faults.push(`${at} began before the one before it had ended`);
    }
    const row = await database.schedule.findUniqueOrThrow({ where: { id: scheduleId } });
    const { seenMissed: missed, seenSkipped: skipped, seenDropped: dropped } = row;
    if (missed + skipped + dropped > 0)
      faults.push(`${name}: the server counts ${JSON.stringify({ missed, skipped, dropped })}`);
  }
  for (const { name, expected } of chains.filter(({ name: each }) => each.endsWith('filled in'))) {
    const zone = name.split(',')[0] ?? 'UTC';
    const odd = expected.filter((at) => !localTimeInWords(at, zone).endsWith(' 08:30'));
    if (odd.length > 0) faults.push(`${name}: ${String(odd.length)} dates are not at 8:30`);
  }
  faults.push(...(await faultsOfConversations(stage, runs)));
  const calls = await database.modelCall.groupBy({
    by: ['state'],
    where: { projectId: stage.projectId },
    _count: true,
  });
  const callsThat = (state: string) => calls.find((each) => each.state === state)?._count ?? 0;
  if (callsThat('completed') !== runs)
    faults.push(`${String(callsThat('completed'))} answers were stored for ${String(runs)} runs`);
  const requests = stage.model.requests.length;
  const unknownCalls = callsThat('unknown');
  if (requests > runs + unknownCalls)
    faults.push(
      `${String(requests)} requests for ${String(runs)} runs and ${String(unknownCalls)} lost calls`,
    );
  return { requests, unknownCalls, startedAgain: Math.max(0, starts - runs), faults };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
