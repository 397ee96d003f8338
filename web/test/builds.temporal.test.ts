import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Build } from '../../platform/deployments/build.ts';
import { hasWorker, readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import type { TestWorker } from '../../worker/test/testWorker.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { buildsSchema, movedSchema } from '../../workflows/contracts/api/builds.ts';
import { services } from '../app/services.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import type { TestProject } from './support/dataWorld.ts';
import { openProduct, type Product } from './support/product.ts';

const deploymentName = `web-${randomUUID()}`;
const before = { deploymentName, buildId: 'before' };
const after = { deploymentName, buildId: 'after' };
const where = testTemporal();

let world: ApiWorld;
let ada: TestProject & { token: string };
let product: Product;
let workers: TestWorker[];
beforeAll(async () => {
  Object.assign(process.env, where, { WORKER_DEPLOYMENT: deploymentName, WORKER_BUILD: after.buildId });
  world = await openApiWorld();
  ada = await world.addMember();
  product = await openProduct(world.database, where);
  await product.stopWorker();
  workers = [before, after].map((build) => product.workerOf(build));
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await product.close();
  await world.close();
});

const ask = (path: string, body?: unknown) => world.ask(ada.token, path, body);

async function builds() {
  const { body, status } = await ask('/builds');
  expect(status).toBe(200);
  const list = buildsSchema.parse(body);
  return { ...list, byId: Object.fromEntries(list.builds.map((build) => [build.id, build])) };
}

async function release(build: Build) {
  const { temporal } = services();
  await eventually(
    () => readDeployment(temporal, { ...build, taskQueue: where.TASK_QUEUE }, new Date()),
    (found) => hasWorker(found, build.buildId),
  );
  await makeCurrent(temporal, build);
}

/** Starts a conversation and pauses it. */
async function startPaused(): Promise<string> {
  const gate = createGate();
  product.model.script(text('One', { hold: { afterChunks: 0, until: gate } }));
  const sent = product.model.requests.length;
  const { body } = await ask('/conversations', { teamId: ada.teamId, task: 'A task' });
  const id = String(body['conversationId']);
  await product.model.received(sent + 1);
  await ask(`/conversations/${id}/pause`, {});
  gate.open();
  await eventually(
    () => world.database.conversation.findUniqueOrThrow({ where: { id }, select: { state: true } }),
    ({ state }) => state === 'paused',
  );
  return id;
}

describe('the builds of the workers', () => {
  it('are none before a worker has come', async () => {
    expect(await builds()).toMatchObject({ deployment: deploymentName, currentBuild: null, builds: [] });
    const { status, body } = await ask('/builds/before/move', {});
    expect({ status, type: body['type'] }).toEqual({ status: 404, type: 'urn:colloquy:problem:not_found' });
  });

  it('are listed with what is open on each, which moves to the current one, alone or together', async () => {
    for (const worker of workers) await worker.start();
    await release(before);
    const ids = [await startPaused(), await startPaused(), await startPaused()];
    const stranger = await world.addMember();
    await release(after);
    const { currentBuild, byId } = await eventually(
      builds,
      (found) => found.byId['before']?.openConversations === 3,
    );
    expect(currentBuild).toBe('after');
    expect(byId).toMatchObject({
      before: { isPolled: true, sharePercent: 0 },
      after: {
        state: 'current',
        isPolled: true,
        sharePercent: 100,
        openConversations: 0,
        conversations: [],
      },
    });
    expect(byId['before']?.conversations.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(byId['before']?.conversations[0]).toMatchObject({ state: 'paused' });

    const others = await world.ask(stranger.token, '/builds');
    expect(buildsSchema.parse(others.body).builds.map((build) => build.openConversations)).toEqual([0, 0]);
    const theirs = await world.ask(stranger.token, '/builds/before/move', {});
    expect(movedSchema.parse(theirs.body)).toEqual({ asked: 0, left: 0, kept: [] });

    const one = await ask('/builds/before/move', { conversationId: ids[0] });
    expect(movedSchema.parse(one.body)).toEqual({ asked: 1, left: 0, kept: [] });
    await eventually(builds, (found) => found.byId['after']?.openConversations === 1);
    const all = await ask('/builds/before/move', {});
    expect(movedSchema.parse(all.body)).toEqual({ asked: 2, left: 0, kept: [] });
    const moved = await eventually(builds, (found) => found.byId['after']?.openConversations === 3);
    expect(moved.byId['before']).toMatchObject({ openConversations: 0, conversations: [] });
    expect(
      await world.database.auditEvent.count({ where: { action: 'build.move', subjectId: 'before' } }),
    ).toBe(3);
  });

  it('refuse to move from the current one, with what to do', async () => {
    const { status, body } = await ask('/builds/after/move', {});
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: 'urn:colloquy:problem:not_movable',
      detail: expect.stringMatching(/current/),
    });
  });
});
