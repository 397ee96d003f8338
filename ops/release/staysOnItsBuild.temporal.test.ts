import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hasWorker, readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { type Colloquy, startColloquy } from '../../worker/test/colloquy.ts';
import { openTask } from '../../worker/test/people.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { createBuildCheck } from './staysOnItsBuild.ts';

const deploymentName = `test-${randomUUID()}`;
const blue = { deploymentName, buildId: 'blue' };
const green = { deploymentName, buildId: 'green' };

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy({ build: blue });
});
afterAll(() => colloquy.close());

it('a release leaves alone what is pinned to another build whose workers run, and nothing else', async () => {
  const { temporal, taskQueue } = colloquy;
  await eventually(
    () => readDeployment(temporal, { deploymentName, taskQueue }, new Date()),
    (found) => hasWorker(found, blue.buildId),
  );
  await makeCurrent(temporal, blue);
  colloquy.model.otherwise(() => text('APPROVE this'));
  const id = await colloquy.start(
    team([agent('writer', { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } })]),
  );
  await openTask(colloquy, id);
  const workflowId = conversationWorkflowId(id, 0);
  expect(await createBuildCheck(temporal, green)(workflowId)).toBe('blue');
  expect(await createBuildCheck(temporal, blue)(workflowId)).toBeNull();
  expect(await createBuildCheck(temporal, undefined)(workflowId)).toBe('blue');
  expect(await createBuildCheck(temporal, green)(conversationWorkflowId(randomUUID(), 0))).toBeNull();
});
