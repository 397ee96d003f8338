import { randomUUID } from 'node:crypto';
import { setStage, type Stage } from './stage.ts';

// A plain turn (with a model that answers at once) against a bare activity round trip, on the same server and worker:
// one after another, and with many at once. The last line is one line of JSON.
/** As a worker is that has run for a while. */
const WARM_UP = 250;
const SEQUENTIAL = 60;
const ROUNDS = 5;
const CONVERSATIONS = 100;
const TURNS_EACH = 10;

const stage = await setStage();
try {
  await timeTurns(stage, WARM_UP);
  await timeBare(stage, WARM_UP);
  const turns: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push((await timeBare(stage, SEQUENTIAL)) / SEQUENTIAL);
    turns.push((await timeTurns(stage, SEQUENTIAL)) / SEQUENTIAL);
  }
  const bareAtOnce = await perSecond(() => timeBare(stage, TURNS_EACH));
  const turnsAtOnce = await perSecond(() => timeTurns(stage, TURNS_EACH));
  const figures = {
    bench: 'turn',
    date: new Date().toISOString().slice(0, 10),
    machine: stage.machine,
    turnMs: rounded(median(turns)),
    bareMs: rounded(median(bare)),
    ratio: rounded(median(turns) / median(bare)),
    atOnce: { conversations: CONVERSATIONS, turnsEach: TURNS_EACH },
    turnsPerSecond: rounded(turnsAtOnce),
    barePerSecond: rounded(bareAtOnce),
    perSecondRatio: rounded(turnsAtOnce / bareAtOnce),
    workerPeakMiB: stage.workerPeakMiB(),
  };
  console.log(
    `A plain turn takes ${String(figures.turnMs)} ms, a bare round trip ${String(figures.bareMs)} ms.`,
  );
  console.log(JSON.stringify(figures));
} finally {
  await stage.close();
}

/** Milliseconds from a conversation's start to its end, without the start and the end themselves. */
async function timeTurns({ temporal, converse }: Stage, turns: number): Promise<number> {
  const handle = temporal.workflow.getHandle(await converse(turns));
  await handle.result();
  return betweenActivities(handle, 'generateReply');
}

async function timeBare({ temporal, taskQueue }: Stage, count: number): Promise<number> {
  const handle = await temporal.workflow.start('bareRoundTrips', {
    taskQueue,
    workflowId: `bare-${randomUUID()}`,
    args: [count],
  });
  await handle.result();
  return betweenActivities(handle, 'nothing');
}

type Handle = ReturnType<Stage['temporal']['workflow']['getHandle']>;

/** From the scheduling of the first activity of a type to the workflow task after the last, by the server's clock. */
async function betweenActivities(handle: Handle, type: string): Promise<number> {
  const { events } = await handle.fetchHistory();
  const all = events ?? [];
  const scheduled = all.filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === type,
  );
  const first = scheduled[0];
  const last = all.findLastIndex(({ activityTaskCompletedEventAttributes: completed }) =>
    scheduled.some(({ eventId }) => String(eventId) === String(completed?.scheduledEventId)),
  );
  const after = all.slice(last).find((event) => event.workflowTaskCompletedEventAttributes);
  return millis(after?.eventTime) - millis(first?.eventTime);
}

function millis(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds) * 1000 + Number(time?.nanos ?? 0) / 1e6;
}

/** How many steps a second while CONVERSATIONS of them go on side by side. */
async function perSecond(run: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CONVERSATIONS }, run));
  return (CONVERSATIONS * TURNS_EACH * 1000) / (performance.now() - startedAt);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
