import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { letGo } from '../../platform/deployments/letGo.ts';
import { readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { createLogger } from '../../platform/logger.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { moveSignal } from '../../workflows/messages.ts';
import { claimDeployment } from '../claimDeployment.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';
import type { TestWorker } from './testWorker.ts';
import { eventually } from './transcript.ts';

const deploymentName = `test-${randomUUID()}`;
const first = { deploymentName, buildId: 'first' };
const second = { deploymentName, buildId: 'second' };
const reviewed = { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } } as const;

/** Temporal's number for a run that is pinned. */
const PINNED = 1;

let colloquy: Colloquy;
let firstWorker: TestWorker;
let secondWorker: TestWorker;
beforeAll(async () => {
  colloquy = await startColloquy();
  firstWorker = colloquy.workerBeside({ build: first });
  secondWorker = colloquy.workerBeside({ build: second });
});
afterAll(async () => {
  await firstWorker.stop();
  await secondWorker.stop();
  await colloquy.close();
});

function deployment() {
  return readDeployment(colloquy.temporal, { deploymentName, taskQueue: colloquy.taskQueue }, new Date());
}

function claim(build: typeof first) {
  return claimDeployment(
    { ...colloquy, logger: createLogger({ process: 'worker', level: 'silent' }) },
    build,
  );
}

/** The build that a conversation is pinned to by itself. */
async function pinnedBuild(id: string) {
  const { raw } = await colloquy.handle(id).describe();
  const { behavior, deploymentVersion, versioningOverride } = raw.workflowExecutionInfo?.versioningInfo ?? {};
  if (Number(behavior) !== PINNED || versioningOverride || !deploymentVersion) return null;
  return { deploymentName: deploymentVersion.deploymentName, buildId: deploymentVersion.buildId };
}

it('a conversation that began before its workers belonged to a deployment goes on, and is pinned', async () => {
  colloquy.model.script(text('One'), text('APPROVE'));
  const id = await colloquy.start(team([agent('writer', reviewed), agent('critic', reviewed)]));
  const draft = await openTask(colloquy, id);
  await colloquy.stopWorker();
  expect(await deployment()).toBeNull();
  expect(await claim(first)).toBe(false);

  await firstWorker.start();
  await eventually(
    () => claim(first),
    (claimed) => claimed,
  );
  await answer(colloquy, id, draft.id, 'approve');
  const next = await openTask(colloquy, id, [draft.id]);
  expect(await pinnedBuild(id)).toEqual(first);
  await answer(colloquy, id, next.id, 'approve');
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
});

it('the first build of a deployment is current by itself, and no other', async () => {
  await secondWorker.start();
  await eventually(
    deployment,
    (found) => found?.builds.length === 2 && found.builds.every(({ isPolled }) => isPolled),
  );
  expect(await claim(second)).toBe(true);
  const found = await deployment();
  expect(found).toMatchObject({ currentBuildId: 'first', hasBeenRouted: true });
  const byId = Object.fromEntries((found?.builds ?? []).map((build) => [build.buildId, build]));
  expect(byId).toMatchObject({
    first: { state: 'current', sharePercent: 100, isPolled: true },
    second: { state: 'inactive', sharePercent: 0, isPolled: true },
  });
});

it('a conversation whose build has no worker left is let go to a build with the same steps', async () => {
  colloquy.model.script(text('One'), text('APPROVE'));
  const id = await colloquy.start(team([agent('writer', reviewed), agent('critic', reviewed)]));
  const draft = await openTask(colloquy, id);
  expect(await pinnedBuild(id)).toEqual(first);
  await makeCurrent(colloquy.temporal, second);
  await firstWorker.stop();
  await letGo(colloquy.temporal, conversationWorkflowId(id, 0));
  await colloquy.handle(id).signal(moveSignal);
  await eventually(
    () => pinnedBuild(id),
    (build) => build?.buildId === 'second',
  );
  expect(await openTask(colloquy, id)).toMatchObject({ id: draft.id });
  await answer(colloquy, id, draft.id, 'approve');
  const next = await openTask(colloquy, id, [draft.id]);
  await answer(colloquy, id, next.id, 'approve');
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
});
