import type { Client } from '@temporalio/client';
import { readStart } from '../../activities/transcript/readStart.ts';
import { readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import type { TestTemporal } from '../../test/support/testTemporal.ts';
import { team } from '../../workflows/domain/team.ts';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import type { WebWorld } from './support/webWorld.ts';

const deploymentName = 'browser-builds';
const blue = { deploymentName, buildId: 'blue-0123456789abcdef0123456789abcdef' };
const green = { deploymentName, buildId: 'green' };

test.use({ environment: { WORKER_DEPLOYMENT: deploymentName, WORKER_BUILD: green.buildId } });

const CUSTOMER = {
  kind: 'person',
  name: 'customer',
  description: 'Buys haiku.',
  prompt: 'Which colour shall it be?',
  deadlineSeconds: 3_600,
  onDeadline: 'skip',
} as const;

/** Starts a conversation that waits for a person. */
async function startWaiting(world: WebWorld, where: TestTemporal, temporal: Client, title: string) {
  const { database } = world;
  const { id: projectId } = await database.project.findFirstOrThrow();
  const config = team({ participants: [CUSTOMER], maxTurns: 1 });
  const { conversationId: id } = await writeConversation(database, projectId, config, title);
  await startWorkflow(temporal, where.TASK_QUEUE, await readStart(database, { projectId, id }));
  await expect(async () => {
    expect(await database.humanTask.count({ where: { conversationId: id } })).toBe(1);
  }).toPass({ timeout: 60_000 });
}

async function release(temporal: Client, where: TestTemporal, build: typeof blue) {
  await expect(async () => {
    const found = await readDeployment(temporal, { ...build, taskQueue: where.TASK_QUEUE }, new Date());
    expect(found?.builds.find(({ buildId }) => buildId === build.buildId)?.isPolled).toBe(true);
  }).toPass({ timeout: 60_000 });
  await makeCurrent(temporal, build);
}

test.describe('the page of builds', () => {
  test.describe.configure({ timeout: 240_000 });

  test('shows what is open on which build, and moves it, one or all', async ({
    page,
    world,
    temporal: where,
    product,
    cli,
  }) => {
    const temporal = await connectTemporal(where);
    const complaints = watchConsole(page);
    await page.goto('/settings/builds');
    await expect(
      page.getByText('No worker of the deployment browser-builds has connected yet.'),
    ).toBeVisible();

    await product.stopWorker();
    const workers = [blue, green].map((build) => product.workerOf(build));
    for (const worker of workers) await worker.start();
    await release(temporal, where, blue);
    for (const title of ['The first haiku', 'The second haiku', 'The third haiku'])
      await startWaiting(world, where, temporal, title);
    await release(temporal, where, green);

    await page.goto('/settings/builds');
    const old = page.locator(`[data-build="${blue.buildId}"]`);
    const current = page.locator(`[data-build="${green.buildId}"]`);
    await expect(old).toContainText('3 open conversations');
    await expect(current).toContainText('Current');
    await expect(current.getByRole('button')).toHaveCount(0);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysOverflowPx(page)).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findAxeViolations(page)).toEqual([]);
    }

    await old.getByRole('button', { name: 'Move “The first haiku” to the current build' }).click();
    await expect(page.getByText('1 conversation was told to move.')).toBeVisible();
    await expect(async () => {
      await page.goto('/settings/builds');
      await expect(current).toContainText('1 open conversation', { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await old.getByRole('button', { name: 'Move all' }).click();
    await expect(page.getByText('2 conversations were told to move.')).toBeVisible();
    await expect(async () => {
      const out = await cli.run('builds').ended;
      expect(out).toMatch(/green +current +workers run +3 open/);
      expect(out).toMatch(/blue-\w+ +\w+ +workers run +0 open/);
    }).toPass({ timeout: 60_000 });
    const refused = cli.run('builds', 'move', 'green');
    expect(await refused.ended).toContain('It is the current build');
    expect(await refused.exitCode).toBe(1);

    await page.goto('/settings/builds');
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(old).toContainText('0 open conversations');
    expect(complaints).toEqual([]);
    for (const worker of workers) await worker.stop();
    await product.startWorker();
    await temporal.connection.close();
  });
});
