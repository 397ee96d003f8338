import type { Page } from '@playwright/test';
import type { Client } from '@temporalio/client';
import { readStart } from '../../activities/transcript/readStart.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import { text } from '../../test/support/scriptedReply.ts';
import type { TestTemporal } from '../../test/support/testTemporal.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { NOBODY, OWNER, type WebWorld } from './support/webWorld.ts';

test.use({ environment: { OPEN_SIGN_UP: 'true' } });

const BEN = { name: 'Ben Bitdiddle', email: 'ben@example.test', password: 'a password of the tests' };

/** Starts a conversation whose draft both have to approve. Returns the id of its task. */
async function askBoth(
  world: WebWorld,
  where: TestTemporal,
  temporal: Client,
  title: string,
): Promise<string> {
  const { database } = world;
  const { id: projectId } = await database.project.findFirstOrThrow();
  const asking = {
    assignees: [OWNER.email, BEN.email],
    remindAfterSeconds: [],
    escalation: null,
    quorum: { of: 'all' as const },
  };
  const review = { deadlineSeconds: 3_600, onDeadline: 'stop', asking } as const;
  const config = team({ participants: [agent({ name: 'writer', review })], maxTurns: 1 });
  const { conversationId: id } = await writeConversation(database, projectId, config, title);
  await startWorkflow(temporal, where.TASK_QUEUE, await readStart(database, { projectId, id }));
  let taskId = '';
  await expect(async () => {
    const task = await database.humanTask.findFirst({ where: { conversationId: id, state: 'open' } });
    taskId = task?.id ?? '';
    expect(taskId).not.toBe('');
  }).toPass({ timeout: 60_000 });
  return taskId;
}

async function signUp(page: Page, { name, email, password }: typeof BEN): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.waitForURL('/conversations');
}

async function looksRight(page: Page): Promise<void> {
  expect(await sidewaysOverflowPx(page)).toBe(0);
  expect(await findAxeViolations(page)).toEqual([]);
}

test.describe('a draft that two have to approve', () => {
  test.describe.configure({ timeout: 240_000 });

  test('waits for the second, and both see who has approved and who is missing', async ({
    page,
    openPage,
    world,
    temporal: where,
    model,
    cli,
  }) => {
    const temporal = await connectTemporal(where);
    const complaints = watchConsole(page);
    await page.setViewportSize({ width: 320, height: 800 });
    const ben = await openPage({ storageState: NOBODY, viewport: { width: 320, height: 800 } });
    await signUp(ben, BEN);
    model.script(text('A draft about glue'));
    const taskId = await askBoth(world, where, temporal, 'About glue');

    await page.goto(`/tasks/${taskId}`);
    await expect(page.getByText('2 people have to approve. Nobody has yet.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0);
    await looksRight(page);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Approved by Ada Lovelace; 1 more is needed.')).toBeVisible();
    await expect(page.getByText('You have approved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await looksRight(page);

    expect(await cli.run('show', taskId).ended).toContain('1 of 2 have approved (Ada Lovelace: approve)');

    await ben.goto('/inbox');
    await expect(ben.getByText('Approved by Ada Lovelace; 1 more is needed.')).toBeVisible();
    await expect(ben.getByText('You have approved.')).toHaveCount(0);
    await looksRight(ben);
    await ben.getByRole('button', { name: 'Approve' }).click();
    await expect(async () => {
      const task = await world.database.humanTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(task).toMatchObject({ state: 'answered', decision: 'approve' });
    }).toPass({ timeout: 30_000 });
    await ben.goto('/inbox?show=closed');
    await expect(ben.getByText('Ada Lovelace and Ben Bitdiddle approved the draft')).toBeVisible();
    expect(complaints).toEqual([]);
    await temporal.connection.close();
  });

  test('is sent back by the first who rejects it, without scripts as well', async ({
    openPage,
    world,
    temporal: where,
    model,
  }) => {
    const temporal = await connectTemporal(where);
    const page = await openPage({ javaScriptEnabled: false });
    model.script(text('A draft about tape'), text('A shorter draft about tape'));
    const taskId = await askBoth(world, where, temporal, 'About tape');
    await page.goto(`/tasks/${taskId}`);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('You have approved.')).toBeVisible();
    await page.getByText('Send back').first().click();
    await page.getByLabel('Feedback to writer').fill('Shorter.');
    await page.getByRole('button', { name: 'Send back' }).click();
    await expect(async () => {
      const task = await world.database.humanTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(task).toMatchObject({ state: 'answered', decision: 'reject' });
    }).toPass({ timeout: 30_000 });
    await temporal.connection.close();
  });
});
