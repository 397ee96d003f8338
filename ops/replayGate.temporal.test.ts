import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { google, temporal as api } from '@temporalio/proto';
import { connectTemporal } from '../platform/temporal.ts';
import { parseHistory, recordedHistories } from '../test/support/recordedHistories.ts';
import { testTemporal } from '../test/support/testTemporal.ts';
import { eventually } from '../worker/test/transcript.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';

// A namespace of its own: the gate looks at all open workflows there are.
const where = { ...testTemporal(), TEMPORAL_NAMESPACE: `gate-${randomUUID()}` };
const namespace = where.TEMPORAL_NAMESPACE;
let temporal: Client;

beforeAll(async () => {
  temporal = await connectTemporal(where);
  await temporal.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: seconds(86_400),
  });
  await eventually(
    () => temporal.workflowService.describeNamespace({ namespace }).catch(() => null),
    (described) => described !== null,
  );
});
afterAll(() => temporal.connection.close());

function seconds(count: number) {
  return google.protobuf.Duration.fromObject({ seconds: count });
}

/** Starts a conversation whose first step is this activity, as a worker with other code would have taken it. Returns its workflow's id. */
async function converse(firstActivity: string): Promise<string> {
  const taskQueue = { name: randomUUID() };
  const workflowId = conversationWorkflowId(randomUUID(), 0);
  const recorded = recordedHistories().find(({ name }) => name === '0.2.0-round-robin');
  const [started] = recorded === undefined ? [] : parseHistory(recorded).events;
  const { workflowService } = temporal;
  await eventually(
    () =>
      workflowService
        .startWorkflowExecution({
          namespace,
          workflowId,
          workflowType: { name: 'conversation' },
          taskQueue,
          input: started?.workflowExecutionStartedEventAttributes?.input ?? null,
          requestId: randomUUID(),
        })
        // The server learns of a new namespace after some seconds.
        .catch(() => null),
    (answer) => answer !== null,
  );
  const { taskToken } = await temporal.withDeadline(Date.now() + 60_000, () =>
    workflowService.pollWorkflowTaskQueue({ namespace, taskQueue }),
  );
  await workflowService.respondWorkflowTaskCompleted({
    namespace,
    taskToken,
    commands: [
      {
        commandType: api.api.enums.v1.CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
        scheduleActivityTaskCommandAttributes: {
          activityId: '1',
          activityType: { name: firstActivity },
          taskQueue,
          startToCloseTimeout: seconds(60),
        },
      },
    ],
  });
  return workflowId;
}

/** Runs the gate as an operator does. */
function gate(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const file = fileURLToPath(new URL('replayGate.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', file, ...args], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], ...where },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { code: null as number | null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.err += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...result, code })));
}

/** How many open workflows the server lists: it learns of one some time after its start. */
async function open(): Promise<number> {
  let count = 0;
  for await (const { status } of temporal.workflow.list()) if (status.name === 'RUNNING') count += 1;
  return count;
}

it('lets a release pass whose code agrees with every open workflow, and stops one that differs, with its conversation and event', async () => {
  await converse('recordState');
  await eventually(open, (count) => count === 1);
  expect(await gate()).toEqual({
    code: 0,
    out: '1 open workflows with 5 events agree with this code.\n',
    err: '',
  });

  const others = [await converse('openTask'), await converse('openTask')];
  await eventually(open, (count) => count === 3);
  const first = await gate();
  expect(first).toMatchObject({ code: 1, out: '' });
  expect(others.filter((id) => first.err.includes(id))).toHaveLength(1);
  expect(first.err).toContain(
    'At event 5, the recording scheduled openTask; today’s code would schedule recordState.',
  );
  expect(first.err).toContain('patched()');

  const all = await gate('--all');
  expect(all.code).toBe(1);
  expect(others.filter((id) => all.err.includes(id))).toEqual(others);
});

it('fails where the server does not answer', async () => {
  const file = fileURLToPath(new URL('replayGate.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', file], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], TEMPORAL_ADDRESS: '127.0.0.1:9' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(1);
  expect(err).toContain('127.0.0.1:9');
});
