// The process that replays histories: a line for each and its bytes come in, one line of JSON goes out for each.
import { fileURLToPath } from 'node:url';
import type { temporal } from '@temporalio/proto';
import { DefaultLogger, type ReplayResult, Runtime, Worker } from '@temporalio/worker';
import { measureJsonText } from '../workflows/domain/outsideJson.ts';
import { differenceOf } from '../workflows/domain/replay/differenceOf.ts';
import { cutsOf, firstFailing, roundBefore } from '../workflows/domain/replay/rounds.ts';
import type { ReplayVerdict } from '../workflows/domain/replay/verdict.ts';
import { historyFromJson } from './historyJson.ts';
import { decodeHistory } from './historyType.ts';
import { makeSandboxLean } from './leanSandbox.ts';
import { mostMib, type ReplayLimits } from './limits.ts';
import type { ReplayTask } from './protocol.ts';
import { recordedEvents } from './recordedEvents.ts';
import { refused, RefusedHistory } from './refusedHistory.ts';

type History = temporal.api.history.v1.History;
type ReplayError = NonNullable<ReplayResult['error']>;

const BUNDLE = fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url));
const MOST_WORDS = 2_000;

makeSandboxLean();
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { forward: {}, filter: 'OFF' } },
});

/** One worker for all histories, which it takes one after another; `push` gives it one. */
/** What workflows tell of their spans: a replay is told nothing, but has to know that there are any. */
const withoutSpans = { tracing: { spanEnded: { fn: () => undefined, callDuringReplay: false } } };

function startReplaying(): (history: History) => Promise<ReplayError | null> {
  const queue: History[] = [];
  let wake: (() => void) | null = null;
  async function* histories() {
    for (;;) {
      const history = queue.shift();
      if (history === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else yield { workflowId: 'replayed', history };
    }
  }
  // In this thread: an endless loop is ended together with the process.
  const options = {
    workflowBundle: { codePath: BUNDLE },
    replayName: 'replay',
    sinks: withoutSpans,
    debugMode: true,
    // Half as fast again for a long history: nothing is put aside between its steps.
    reuseV8Context: false,
  };
  const results = Worker.runReplayHistories(options, histories());
  return async (history) => {
    queue.push(history);
    wake?.();
    const next = await results.next();
    if (next.done === true) throw new Error('The worker that replays has ended');
    return next.value.error ?? null;
  };
}

async function replay(
  push: (history: History) => Promise<ReplayError | null>,
  history: History,
  limits: ReplayLimits,
): Promise<ReplayVerdict> {
  const events = recordedEvents(history, limits.mostEvents);
  const startedAtMs = performance.now();
  const used = process.cpuUsage();
  const error = await push(history);
  const ms = Math.round(performance.now() - startedAtMs);
  const { user, system } = process.cpuUsage(used);
  const measured = { events: events.length, ms, processorMs: Math.round((user + system) / 1_000) };
  if (error === null) return { kind: 'agrees', ...measured };
  const cuts = cutsOf(events);
  // The last one that fails is the first cut's.
  let first = error;
  const cut = await firstFailing(cuts, async (length) => {
    const failed = await push(upTo(history, length));
    first = failed ?? first;
    return failed !== null;
  });
  const failure = failureOf(first);
  // An answer is compared when the code is asked again; an error happens while it answers.
  const place = failure.isDifference
    ? (cut ?? events.length)
    : (cuts.findLast((each) => each < (cut ?? Infinity)) ?? 0);
  const difference = differenceOf(failure, roundBefore(events, place));
  const raw = difference.raw.slice(0, MOST_WORDS);
  return { kind: 'differs', ...measured, difference: { ...difference, raw } };
}

function upTo(history: History, length: number): History {
  return { ...history, events: history.events.slice(0, length) } as History;
}

function failureOf(error: ReplayError) {
  return { isDifference: error.name === 'DeterminismViolationError', words: error.message };
}

function read({ form, limits }: ReplayTask, bytes: Buffer): History {
  if (form === 'binary') return decodeHistory(bytes);
  const values = limits.mostEvents * 100;
  const refusal = measureJsonText(bytes, { depth: limits.mostNesting, values });
  if (refusal === 'too_deep') throw new RefusedHistory('too_deep');
  if (refusal !== null) throw new RefusedHistory('too_large', mostMib(limits));
  try {
    return historyFromJson(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RefusedHistory('not_json', { kind: 'parser', words: error.message.slice(0, MOST_WORDS) });
  }
}

function asRefusal(error: unknown): ReplayVerdict {
  if (!(error instanceof RefusedHistory)) throw error;
  return refused(error.refusal, error.detail);
}

/** The tasks of the input, each with its bytes. */
async function* tasks(input: AsyncIterable<Buffer>): AsyncGenerator<{ task: ReplayTask; bytes: Buffer }> {
  let held = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let size = 0;
  let task: ReplayTask | null = null;
  for await (const part of input) {
    parts.push(part);
    size += part.length;
    for (;;) {
      if (task !== null && size < task.bytes) break;
      held = Buffer.concat(parts);
      if (task === null) {
        const end = held.indexOf(0x0a);
        if (end !== -1) {
          // The line is our own.
          task = JSON.parse(held.toString('utf8', 0, end)) as ReplayTask;
          held = held.subarray(end + 1);
        }
        parts = [held];
        size = held.length;
        if (end === -1) break;
      } else {
        yield { task, bytes: held.subarray(0, task.bytes) };
        held = held.subarray(task.bytes);
        task = null;
        parts = [held];
        size = held.length;
        if (size === 0) break;
      }
    }
  }
}

const push = startReplaying();
for await (const { task, bytes } of tasks(process.stdin)) {
  const verdict = await Promise.resolve()
    .then(() => replay(push, read(task, bytes), task.limits))
    .catch(asRefusal);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}
process.exit(0);
