import { setTimeout as delay } from 'node:timers/promises';
import type { ScheduleSpec } from '../../workflows/domain/schedules/spec.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { rewriteSchedule, writeSchedule } from '../support/scheduleRows.ts';
import {
  faultsOfConversations,
  faultsOfRuns,
  runRows,
  type ScheduleGround,
  startsOf,
} from './scheduleTruth.ts';

/** What became of the runs of schedules that were edited while they were due. */
export interface EditReport {
  schedules: number;
  edits: number;
  /** Edits that the server took in the second in which a run was due. */
  inDueSecond: number;
  runs: number;
  /** Starts by the server beyond one for each time; they find that it has run. */
  startedAgain: number;
  /** What is wrong; empty: nothing. */
  faults: string[];
}

export interface EditOptions {
  schedules: number;
  edits: number;
  /** How often each schedule is due: a divisor of 60. They are due one after another. */
  everySeconds: number;
}

const PATIENCE_MS = 600_000;

/**
 * Edits schedules again and again, each time just before a run is due, so that the server takes the edit a little before or
 * after that. Each date from the first to the last has to have one run.
 */
export async function editWhileDue(
  ground: ScheduleGround,
  { schedules, edits, everySeconds }: EditOptions,
  onEdit: (done: number) => void = () => undefined,
): Promise<EditReport> {
  const { projectId } = ground;
  const config = team({ participants: [agent({ name: 'writer' })], maxTurns: 1 });
  const every = everySeconds * 1_000;
  let done = 0;
  const lane = async (index: number) => {
    const phase = Math.floor((index * everySeconds) / schedules);
    const overlap = 'allow_all';
    const scheduleId = await writeSchedule(ground.database(), projectId, {
      ...{ team: config, overlap, spec: { timing: timingOf(0, everySeconds, phase) } },
    });
    await untilApplied(ground, scheduleId);
    const share = Math.floor(edits / schedules) + (index < edits % schedules ? 1 : 0);
    const nextDue = (after: number) =>
      Math.floor((after - phase * 1_000) / every + 1) * every + phase * 1_000;
    let last = 0;
    for (let edit = 1; edit <= share; edit += 1) {
      // The worker looks each second, and the server takes it a moment later.
      const before = 100 + ((edit * 137) % 1_000);
      await delay(Math.max(0, nextDue(Date.now() + before) - before - Date.now()));
      last = nextDue(Date.now() + 20_000);
      // The last one says when it ends.
      const endAt = edit < share ? null : new Date(last).toISOString();
      await rewriteSchedule(
        ground.database(),
        { projectId, scheduleId },
        { spec: { timing: timingOf(edit, everySeconds, phase), endAt }, overlap },
      );
      await untilApplied(ground, scheduleId);
      done += 1;
      onEdit(done);
    }
    return { scheduleId, last, nextDue };
  };
  const lanes = await Promise.all(Array.from({ length: schedules }, (_, index) => lane(index)));
  const faults: string[] = [];
  let [runs, starts, inDueSecond] = [0, 0, 0];
  for (const { scheduleId, last, nextDue } of lanes) {
    const [first = 0, ...taken] = await effectiveSince(ground, scheduleId);
    inDueSecond += taken.filter((at) => at - nextDue(at - every) < 1_000).length;
    // Where the last edit was late, the schedule went on until then.
    const until = Math.max(last, taken.at(-1) ?? 0);
    const expected: Date[] = [];
    for (let at = nextDue(first); at <= until; at += every) expected.push(new Date(at));
    const found = await untilStill(ground, scheduleId, expected.length);
    faults.push(...faultsOfRuns(scheduleId, found, expected));
    runs += found.length;
    starts += await startsOf(ground, scheduleId);
  }
  faults.push(...(await faultsOfConversations(ground, runs)));
  return { schedules, edits: done, inDueSecond, runs, startedAgain: Math.max(0, starts - runs), faults };
}

/** The same times in two ways: an edit changes what stands on the server, and no date. */
function timingOf(edit: number, everySeconds: number, phase: number): ScheduleSpec['timing'] {
  return edit % 2 === 0
    ? { kind: 'interval', everySeconds, offsetSeconds: phase }
    : { kind: 'cron', expressions: [`${String(phase)}-59/${String(everySeconds)} * * * * * *`] };
}

async function untilApplied(ground: ScheduleGround, id: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const row = await ground.database().schedule.findUniqueOrThrow({ where: { id } });
    if (row.unappliedSince === null) return;
    if (Date.now() > deadline) throw new Error('an edit was not put into Temporal');
    await delay(20);
  }
}

/** When the server began to go by each revision, in their order. */
async function effectiveSince(ground: ScheduleGround, scheduleId: string): Promise<number[]> {
  const revisions = await ground.database().scheduleRevision.findMany({
    where: { scheduleId, projectId: ground.projectId },
    orderBy: { revision: 'asc' },
  });
  return revisions.map(({ effectiveAt }) => {
    if (effectiveAt === null) throw new Error('a revision never took effect');
    return effectiveAt.getTime();
  });
}

/** The runs once there are so many and all have ended, or none has come for a minute. */
async function untilStill(ground: ScheduleGround, scheduleId: string, expected: number) {
  let seen = -1;
  let since = Date.now();
  for (;;) {
    const runs = await runRows(ground, scheduleId);
    const ended = runs.filter(({ endedAt }) => endedAt !== null).length;
    if (runs.length >= expected && ended === runs.length) return runs;
    if (ended !== seen) since = Date.now();
    seen = ended;
    if (Date.now() - since > 60_000) return runs;
    await delay(200);
  }
}
