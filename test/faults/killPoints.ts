import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import proto from '@temporalio/proto';
import { readStart } from '../../activities/transcript/readStart.ts';
import { waitUntil } from '../../ops/embedded/network.ts';
import type { Database } from '../../platform/database.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { storyOf } from '../../worker/test/transcript.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { answerTaskUpdate } from '../../workflows/messages.ts';
import { writeConversation } from '../support/conversationRows.ts';
import { createGate } from '../support/scriptedReply.ts';
import type { KillGround, Lane } from './killGround.ts';
import type { KillScenario } from './killScenarios.ts';

/** Where the worker is killed: during its nth request, tool call or code execution, or at its nth write. */
export interface KillPoint {
  at: 'model' | 'tool' | 'code' | 'write lost' | 'write kept';
  nth: number;
}

/** The parts of a run's result that a kill must not change. */
interface Played {
  id: string;
  outcome: string;
  story: string[];
  /** The requests that the model got, and those of them whose answer is in the ledger. */
  requests: number;
  completed: number;
  unknown: number;
  /** Answers to the same request of the same activity that were paid for more than once. */
  paidTwice: number;
  /** How often the tools were called, by the key of the call. */
  callsByKey: Map<string, number>;
  /** How often a person was asked whether to repeat a call. */
  asked: number;
  /** How often code was executed. */
  codeRuns: number;
  writes: number;
}

/** Every statement that records something. */
const WRITE = /COMMIT|INSERT INTO (message|model_call)\b|UPDATE (model_call|conversation)\b/;
const SPRUNG_WITHIN_MS = 60_000;
const RESULT_WITHIN_MS = 120_000;
/** The code of a scenario takes longer than this. */
const SANDBOX_STARTS_WITHIN_MS = 2_000;

/** Runs a scenario undisturbed. */
export async function undisturbed(ground: KillGround, lane: Lane, scenario: KillScenario) {
  const played = await run(ground, lane, scenario, null);
  const calls = [...played.callsByKey.values()].reduce((sum, count) => sum + count, 0);
  const each = (at: KillPoint['at'], count: number): KillPoint[] =>
    Array.from({ length: count }, (_, index) => ({ at, nth: index + 1 }));
  return {
    played,
    points: [
      ...each('model', played.requests),
      ...each('tool', calls),
      ...each('code', played.codeRuns),
      ...each('write kept', played.writes),
      ...each('write lost', played.writes),
    ],
  };
}

/** Runs a scenario with a kill; returns what is wrong with it afterwards, one line each. */
export async function faultsAfterKill(
  ground: KillGround,
  lane: Lane,
  scenario: KillScenario,
  point: KillPoint,
  expected: Played,
): Promise<string[]> {
  const played = await run(ground, lane, scenario, point);
  const order = (lines: string[]) => (scenario.isParallel ? [...lines].sort() : lines);
  const faults: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) {
      faults.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
    }
  };
  same('outcome', played.outcome, expected.outcome);
  same('transcript', order(played.story), order(expected.story));
  same('answers in the ledger', played.completed, expected.completed);
  same('answers paid for twice', played.paidTwice, 0);
  // A call that was recorded but whose request was never sent also counts as unknown.
  if (played.requests > played.completed + played.unknown)
    faults.push('The model got requests that the ledger does not know');
  if (played.unknown > 1 && !scenario.isParallel)
    faults.push(`${String(played.unknown)} lost calls after one kill`);
  same('tool calls', played.callsByKey.size, expected.callsByKey.size);
  const repeated = [...played.callsByKey.values()].reduce((sum, count) => sum + count - 1, 0);
  const mayRepeat = scenario.team(lane.tools).toolPolicies.some(({ idempotent }) => idempotent);
  if (!mayRepeat && repeated > played.asked) {
    faults.push(
      `${String(repeated)} tool calls made again, a person was asked ${String(played.asked)} times`,
    );
  }
  if (mayRepeat) same('questions about calls', played.asked, 0);
  return faults;
}

async function run(
  ground: KillGround,
  lane: Lane,
  scenario: KillScenario,
  point: KillPoint | null,
): Promise<Played> {
  const { database, temporal } = ground;
  const { model, tools, databaseLink } = lane;
  const before = { requests: model.requests.length, calls: tools.calls.length };
  const reached = createGate();
  const gone = createGate();
  model.otherwise((request, rawBody) => {
    const reply = scenario.reply(request, rawBody);
    const isIt = point?.at === 'model' && model.requests.length - before.requests === point.nth;
    if (!isIt || reply.kind !== 'text') return reply;
    reached.open();
    return { ...reply, hold: { afterChunks: 0, until: gone } };
  });
  tools.answer(async ({ tool, arguments: given }) => {
    if (point?.at === 'tool' && tools.calls.length - before.calls === point.nth) {
      reached.open();
      await gone.opened;
    }
    return `${tool} of ${String(given['what'])}`;
  });
  databaseLink.mark(WRITE);
  if (point?.at === 'write kept' || point?.at === 'write lost') {
    void databaseLink.dead(point.nth, point.at === 'write lost' ? 'before' : 'after').then(reached.open);
  }

  const { conversationId: id } = await writeConversation(
    database,
    ground.projectId,
    scenario.team(tools),
    'Go on.',
  );
  await startWorkflow(
    temporal,
    lane.taskQueue,
    await readStart(database, { projectId: ground.projectId, id }),
  );
  const handle = temporal.workflow.getHandle(conversationWorkflowId(id, 0));
  if (point?.at === 'code') void codeIsRunning(handle, database, id, point.nth).then(reached.open);
  if (point !== null) {
    await within(reached.opened, SPRUNG_WITHIN_MS, `${point.at} ${String(point.nth)} was never reached`);
    await lane.killWorker();
    gone.open();
    await lane.startWorker();
  }
  let isOver = false;
  const result = within(
    handle.result(),
    RESULT_WITHIN_MS,
    'The conversation did not come to its end',
  ).finally(() => {
    isOver = true;
  });
  // Checked further down.
  result.catch(() => undefined);
  const asked = await approveUnknown(ground, id, () => isOver);
  const outcome = JSON.stringify(await result);
  const calls = await database.modelCall.findMany({ where: { conversationId: id } });
  const completed = calls.filter(({ state }) => state === 'completed');
  const callsByKey = new Map<string, number>();
  for (const { idempotencyKey = '' } of tools.calls.slice(before.calls)) {
    callsByKey.set(idempotencyKey, (callsByKey.get(idempotencyKey) ?? 0) + 1);
  }
  return {
    id,
    outcome,
    story: await storyOf(database, id),
    requests: model.requests.length - before.requests,
    completed: completed.length,
    unknown: calls.filter(({ state }) => state === 'unknown').length,
    paidTwice:
      completed.length - new Set(completed.map((call) => `${call.writtenBy}/${String(call.ordinal)}`)).size,
    callsByKey,
    asked,
    codeRuns: await database.message.count({ where: { conversationId: id, type: 'CodeExecutionEvent' } }),
    writes: databaseLink.marked(),
  };
}

/** Resolves during a code execution: its activity has started, and its sandbox has had time to start. */
async function codeIsRunning(
  handle: WorkflowHandle,
  database: Database,
  conversationId: string,
  nth: number,
): Promise<void> {
  const hasBegun = async () => {
    const ran = await database.message.count({ where: { conversationId, type: 'CodeExecutionEvent' } });
    if (ran !== nth - 1) return false;
    const { raw } = await handle.describe();
    return (raw.pendingActivities ?? []).some(
      ({ activityType, state }) =>
        activityType?.name === 'runCode' &&
        state === proto.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED,
    );
  };
  await waitUntil(hasBegun, { what: `run ${String(nth)} of code`, timeoutMs: SPRUNG_WITHIN_MS });
  await delay(SANDBOX_STARTS_WITHIN_MS);
}

/** A person who allows calls with an unknown outcome to be repeated. Returns how often they were asked. */
async function approveUnknown(ground: KillGround, id: string, isOver: () => boolean): Promise<number> {
  const { database, temporal, projectId } = ground;
  const answered = new Set<string>();
  while (!isOver()) {
    const open = await database.humanTask.findMany({ where: { conversationId: id, state: 'open' } });
    for (const { id: taskId } of open.filter((task) => !answered.has(task.id))) {
      const submissionId = randomUUID();
      await database.submission.create({
        data: { id: submissionId, projectId, conversationId: id, userId: 'user-1', text: '' },
      });
      await temporal.workflow.getHandle(conversationWorkflowId(id, 0)).executeUpdate(answerTaskUpdate, {
        updateId: submissionId,
        args: [{ taskId, decision: 'approve', submissionId, userId: 'user-1' }],
      });
      answered.add(taskId);
    }
    await delay(100);
  }
  return answered.size;
}

async function within<T>(promise: Promise<T>, timeoutMs: number, otherwise: string): Promise<T> {
  const clock = new AbortController();
  const late = delay(timeoutMs, undefined, { signal: clock.signal, ref: false }).then(() => {
    throw new Error(otherwise);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clock.abort();
    late.catch(() => undefined);
  }
}
