import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger } from '@temporalio/worker';
import { hasWorker, readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { signalOrStart } from '../../platform/startWorkflow.ts';
import { writeWakeUp } from '../../platform/wakeUps.ts';
import { call, createGate, text } from '../../test/support/scriptedReply.ts';
import { conversationWorkflowId, standingWorkflowId } from '../../workflows/contracts/names.ts';
import { standingStart } from '../../workflows/contracts/standing.ts';
import {
  conversationStateQuery,
  lookForWakeUpsSignal,
  moveSignal,
  pauseSignal,
  resumeSignal,
} from '../../workflows/messages.ts';
import { bundleWorkflows } from '../bundleWorkflows.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask, post } from './people.ts';
import { agent, team } from './teams.ts';
import type { TestWorker } from './testWorker.ts';
import { callStatesOf, eventually, storyOf, transcriptOf } from './transcript.ts';

const deploymentName = `test-${randomUUID()}`;
const blue = { deploymentName, buildId: 'blue' };
const green = { deploymentName, buildId: 'green' };
const reviewed = { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } } as const;

/** Temporal's numbers for how a run goes by builds. */
const PINNED = 1;

/** Both of their workers run all the time; histories of the one do not replay on the other. */
let folder: string;
let colloquy: Colloquy;
let greenWorker: TestWorker;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colloquy-releases-'));
  const bundlePath = join(folder, 'changed.js');
  const changed = fileURLToPath(new URL('../../test/support/changedWorkflows.ts', import.meta.url));
  await writeFile(bundlePath, await bundleWorkflows(changed, { logger: new DefaultLogger('WARN') }));
  colloquy = await startColloquy({ build: blue });
  greenWorker = colloquy.workerBeside({ build: green, bundlePath });
  await greenWorker.start();
});
afterAll(async () => {
  await greenWorker.stop();
  await colloquy.close();
  await rm(folder, { recursive: true });
});

function deployment() {
  return readDeployment(colloquy.temporal, { deploymentName, taskQueue: colloquy.taskQueue }, new Date());
}

async function release(build: typeof blue) {
  await eventually(deployment, (found) => hasWorker(found, build.buildId));
  await makeCurrent(colloquy.temporal, build);
}

/** The build that a conversation is pinned to; null: it is pinned to none. */
async function buildOf(id: string, run = 0): Promise<string | null> {
  const { raw } = await colloquy.handle(id, run).describe();
  const info = raw.workflowExecutionInfo?.versioningInfo;
  return Number(info?.behavior) === PINNED ? (info?.deploymentVersion?.buildId ?? null) : null;
}

function untilOn(id: string, { buildId }: typeof blue) {
  return eventually(
    () => buildOf(id),
    (found) => found === buildId,
  );
}

/** What a worker failed at when it went on with it; that something came in meanwhile is no fault. */
async function failedTasks(id: string, ofWorkflow = conversationWorkflowId(id, 0)): Promise<string[]> {
  const failures: string[] = [];
  for await (const { workflowId, runId } of colloquy.temporal.workflow.list({
    query: `WorkflowId = '${ofWorkflow}'`,
  })) {
    const history = await colloquy.temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { workflowTaskFailedEventAttributes: failed } of history.events ?? [])
      if (failed && failed.failure?.message !== 'UnhandledCommand')
        failures.push(failed.failure?.message ?? '');
  }
  return failures;
}

/** Wakes a standing conversation as a person does. */
async function wake(conversationId: string, words: string): Promise<void> {
  const { database, temporal, taskQueue, projectId } = colloquy;
  const wakeUp = { source: 'message', key: randomUUID(), text: words, projectId, conversationId } as const;
  await database.$transaction((transaction) => writeWakeUp(transaction, wakeUp));
  const start = standingStart({ projectId, conversationId });
  await signalOrStart(temporal, taskQueue, start, lookForWakeUpsSignal);
}

async function startWaiting(): Promise<{ id: string; taskId: string }> {
  colloquy.model.otherwise(() => text('APPROVE this'));
  const id = await colloquy.start(team([agent('writer', reviewed)]));
  return { id, taskId: (await openTask(colloquy, id)).id };
}

describe('a release with changed workflow code', () => {
  it('leaves conversations on the build on which they began, to their end', async () => {
    await release(blue);
    const { id, taskId } = await startWaiting();
    expect(await buildOf(id)).toBe('blue');
    await release(green);
    await answer(colloquy, id, taskId, 'approve');
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    expect(await buildOf(id)).toBe('blue');
    expect(await failedTasks(id)).toEqual([]);
  });

  it('moves one that waits for a person at once, with its task, and back again on a roll-back', async () => {
    await release(blue);
    const { id, taskId } = await startWaiting();
    const { deadlineAt } = await openTask(colloquy, id);
    await release(green);
    await colloquy.handle(id).signal(moveSignal);
    await untilOn(id, green);
    await release(blue);
    await colloquy.handle(id).signal(moveSignal);
    await untilOn(id, blue);
    expect(await openTask(colloquy, id)).toMatchObject({ id: taskId, deadlineAt });
    await answer(colloquy, id, taskId, 'approve');
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    expect(await callStatesOf(colloquy.database, id)).toEqual(['completed']);
    expect(await failedTasks(id)).toEqual([]);
  });

  it('moves one that waits for a person, who answers there, and it goes on there', async () => {
    await release(blue);
    colloquy.model.script(text('A draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    const { id: taskId } = await openTask(colloquy, id);
    await release(green);
    await colloquy.handle(id).signal(moveSignal);
    await untilOn(id, green);
    await answer(colloquy, id, taskId, 'approve');
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    expect(await buildOf(id)).toBe('green');
    expect(await transcriptOf(colloquy.database, id)).toEqual([
      'user: Write a haiku about rain.',
      'writer: A draft',
      'critic: APPROVE',
    ]);
    expect(await failedTasks(id)).toEqual([]);
  });

  it('moves one whose agent waits for a time, to and back again, and it is woken there', async () => {
    await release(blue);
    colloquy.model.script(call('wait_until', { for: '30 days', reason: 'The market opens' }), text('Opened'));
    const waiter = agent('watcher', { tools: [{ kind: 'wait_until' }], maxToolIterations: 3 });
    const id = await colloquy.start(team([waiter], { maxTurns: 1 }));
    const { id: taskId, deadlineAt } = await openTask(colloquy, id);
    for (const build of [green, blue, green]) {
      await release(build);
      await colloquy.handle(id).signal(moveSignal);
      await untilOn(id, build);
    }
    expect(await openTask(colloquy, id)).toMatchObject({ id: taskId, deadlineAt });
    await answer(colloquy, id, taskId, 'wake');
    await colloquy.handle(id).result();
    expect(await buildOf(id)).toBe('green');
    expect(await transcriptOf(colloquy.database, id)).toContain('watcher: Opened');
    expect(await failedTasks(id)).toEqual([]);
  });

  it('begins the next run of a standing conversation on the new build, and after a roll-back on the earlier one', async () => {
    await release(blue);
    colloquy.model.otherwise(() => text('On it'));
    const id = await colloquy.start(team([agent('writer')], { maxTurns: 1 }), 'Watch', { standing: true });
    const asleep = (run: number) =>
      eventually(
        () => colloquy.database.conversation.findUniqueOrThrow({ where: { id } }),
        (row) => row.state === 'sleeping' && row.run === run && row.endedAt !== null,
      );
    await asleep(0);
    for (const [run, build] of [
      [1, blue],
      [2, green],
      [3, blue],
    ] as const) {
      await release(build);
      await wake(id, `For run ${String(run)}`);
      await asleep(run);
      expect(await buildOf(id, run)).toBe(build.buildId);
      expect(await failedTasks(id, conversationWorkflowId(id, run))).toEqual([]);
    }
    expect(await failedTasks(id, standingWorkflowId(id))).toEqual([]);
    const said = await transcriptOf(colloquy.database, id);
    expect(said.filter((line) => line.startsWith('user: For run'))).toHaveLength(3);
  });

  it('moves one that is paused, and it stays paused', async () => {
    await release(blue);
    const gate = createGate();
    colloquy.model.script(text('One', { hold: { afterChunks: 0, until: gate } }));
    colloquy.model.otherwise(() => text('APPROVE'));
    const sent = colloquy.model.requests.length;
    const id = await colloquy.start(team([agent('writer'), agent('critic')]));
    await colloquy.model.received(sent + 1);
    await colloquy.handle(id).signal(pauseSignal);
    gate.open();
    const stateIs = (state: string) =>
      eventually(
        () => colloquy.database.conversation.findUniqueOrThrow({ where: { id } }),
        (row) => row.state === state,
      );
    await stateIs('paused');
    await release(green);
    await colloquy.handle(id).signal(moveSignal);
    await untilOn(id, green);
    expect(await colloquy.handle(id).query(conversationStateQuery)).toMatchObject({
      paused: true,
      turnsTaken: 1,
    });
    await colloquy.handle(id).signal(resumeSignal);
    await colloquy.handle(id).result();
    expect(await storyOf(colloquy.database, id)).toHaveLength(3);
    expect(await failedTasks(id)).toEqual([]);
  });

  it('moves one that is at work when its turn has ended, and asks no model twice', async () => {
    await release(blue);
    const gate = createGate();
    colloquy.model.script(text('One', { hold: { afterChunks: 0, until: gate } }));
    colloquy.model.otherwise(() => text('APPROVE'));
    const sent = colloquy.model.requests.length;
    const id = await colloquy.start(team([agent('writer'), agent('critic', reviewed)]));
    await colloquy.model.received(sent + 1);
    await release(green);
    await colloquy.handle(id).signal(moveSignal);
    expect(await buildOf(id)).toBe('blue');
    gate.open();
    const task = await openTask(colloquy, id);
    expect(await buildOf(id)).toBe('green');
    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
    expect(await callStatesOf(colloquy.database, id)).toEqual(['completed', 'completed']);
    expect(await failedTasks(id)).toEqual([]);
  });

  it('loses and doubles no post that is sent while a conversation moves to and fro', async () => {
    await release(blue);
    const { id, taskId } = await startWaiting();
    const posted: string[] = [];
    for (const build of [green, blue, green]) {
      await release(build);
      await colloquy.handle(id).signal(moveSignal);
      let isThere = false;
      while (!isThere) {
        const words = `Post ${String(posted.length)}`;
        await post(colloquy, id, words);
        posted.push(`user: ${words}`);
        isThere = (await buildOf(id)) === build.buildId;
      }
    }
    await answer(colloquy, id, taskId, 'approve');
    await colloquy.handle(id).result();
    const said = await transcriptOf(colloquy.database, id);
    expect(said.filter((line) => line.includes('Post '))).toEqual(posted);
    expect(await failedTasks(id)).toEqual([]);
  });
});
