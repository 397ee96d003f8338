import type { Client } from '@temporalio/client';
import { readStart } from '../../activities/transcript/readStart.ts';
import { createLogger } from '../../platform/logger.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import type { TestTemporal } from '../../test/support/testTemporal.ts';
import { reconcileNotices } from '../../worker/reconcileNotices.ts';
import { type PersonParticipant, team } from '../../workflows/domain/team.ts';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { OWNER, type WebWorld } from './support/webWorld.ts';

// Its own world: all that is in the outbox is its own.
test.use({ environment: {} });

const CUSTOMER = {
  kind: 'person',
  name: 'customer',
  description: 'Buys haiku.',
  prompt: 'Which colour shall it be?',
  deadlineSeconds: 3_600,
  onDeadline: 'skip',
} as const;

/** Starts a conversation that asks a person. Returns the id of its task. */
async function ask(
  world: WebWorld,
  where: TestTemporal,
  temporal: Client,
  title: string,
  customer: PersonParticipant = CUSTOMER,
): Promise<string> {
  const { database } = world;
  const { id: projectId } = await database.project.findFirstOrThrow();
  const config = team({ participants: [customer], maxTurns: 1 });
  const { conversationId: id } = await writeConversation(database, projectId, config, title);
  await startWorkflow(temporal, where.TASK_QUEUE, await readStart(database, { projectId, id }));
  let taskId: string | undefined;
  await expect(async () => {
    taskId = (await database.humanTask.findFirst({ where: { conversationId: id } }))?.id;
    expect(taskId).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return taskId ?? '';
}

/** Does what a worker does every few seconds, until the notices of a task have come to this state. */
async function untilNotice(
  { database }: WebWorld,
  { TASK_QUEUE: taskQueue }: TestTemporal,
  temporal: Client,
  where: { taskId: string; state: string },
) {
  const logger = createLogger({ process: 'test', level: 'silent' });
  await expect(async () => {
    await reconcileNotices({ database, temporal, taskQueue, logger }, new Date());
    expect(await database.notice.count({ where })).toBe(1);
  }).toPass({ timeout: 60_000 });
}

test.describe('the outbox', () => {
  test.describe.configure({ timeout: 180_000 });

  test('shows the mails as they look; the link in one leads through sign-in to the task, and it is answered there', async ({
    page,
    visitor,
    world,
    temporal: where,
    product: _product,
  }) => {
    const temporal = await connectTemporal(where);
    const complaints = watchConsole(page);
    await page.goto('/settings/notices');
    const taskId = await ask(world, where, temporal, 'A haiku about paint');
    await untilNotice(world, where, temporal, { taskId, state: 'kept' });

    await page.goto('/settings/notices');
    await expect(page.getByText('E-mails are only kept here')).toBeVisible();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysOverflowPx(page)).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'You are asked: A haiku about paint' }).click();
    await expect(page.getByText('It is customer’s turn, and you are asked to take it.')).toBeVisible();
    await expect(page.getByText('Kept in the outbox: no mail server is set up (SMTP_URL)')).toBeVisible();
    expect(await sidewaysOverflowPx(page)).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    const link = (await page.getByRole('link', { name: 'Open the task' }).getAttribute('href')) ?? '';
    expect(link).toBe(`${world.url}/tasks/${taskId}`);

    await visitor.goto(link);
    await visitor.getByLabel('Email').fill(OWNER.email);
    await visitor.getByLabel('Password').fill(OWNER.password);
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await visitor.waitForURL(link);
    await expect(visitor.getByText('Which colour shall it be?')).toBeVisible();
    expect(await findAxeViolations(visitor)).toEqual([]);
    await visitor.getByRole('textbox').fill('Blue');
    await visitor.getByRole('button', { name: 'Answer' }).click();
    await expect(visitor.getByText('This task is closed.')).toBeVisible();
    await expect(async () => {
      const task = await world.database.humanTask.findUniqueOrThrow({ where: { id: taskId } });
      expect(task).toMatchObject({ state: 'answered', decision: 'reply' });
    }).toPass();

    // Sent again, there is nothing left to tell.
    await page.getByRole('button', { name: 'Send again' }).click();
    await untilNotice(world, where, temporal, { taskId, state: 'withdrawn' });
    await page.reload();
    await expect(page.getByText('Withdrawn')).toBeVisible();
    expect(complaints).toEqual([]);
    await temporal.connection.close();
  });

  test('a task says whom it asks, when they are reminded and when it is escalated', async ({
    page,
    world,
    temporal: where,
    product: _product,
  }) => {
    const temporal = await connectTemporal(where);
    const complaints = watchConsole(page);
    const asking = {
      assignees: ['ben@example.test'],
      remindAfterSeconds: [600, 1_200],
      escalation: { afterSeconds: 1_800, to: ['eve@example.test'] },
    };
    const taskId = await ask(world, where, temporal, 'A haiku about glue', { ...CUSTOMER, asking });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/tasks/${taskId}`);
    await expect(page.getByText('Asks ben@example.test. Only they and owners')).toBeVisible();
    await expect(page.getByText('Reminders: in')).toBeVisible();
    await expect(page.getByText('Escalation to eve@example.test: in')).toBeVisible();
    expect(await sidewaysOverflowPx(page)).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);

    // The signed-in person is an owner, who may answer though others are asked.
    await page.getByRole('textbox').fill('Grey');
    await page.getByRole('button', { name: 'Answer' }).click();
    await expect(page.getByText('This task is closed.')).toBeVisible();
    expect(complaints).toEqual([]);
    await temporal.connection.close();
  });

  test('how often one gets mails is one’s own choice', async ({ page, world }) => {
    await page.goto('/settings/notices');
    await page.getByLabel('How often').selectOption('One a day, at 8:00');
    await page.getByLabel('Your time zone').fill('Europe/Nowhere');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Enter the name of a time zone')).toBeVisible();
    await page.getByLabel('Your time zone').fill('Europe/Berlin');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Your choice has been saved.')).toBeVisible();
    expect(await world.database.noticePreference.findMany()).toMatchObject([
      { mailPace: 'daily', timeZone: 'Europe/Berlin' },
    ]);
  });

  test('webhooks are added with the name of their secret, and removed', async ({ page }) => {
    await page.goto('/settings/notices');
    await page.getByLabel('Address').fill('https://user:password@hooks.example.test/');
    await page.getByLabel('Name of the secret').fill('HOOK');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.getByText('without a user name or password')).toBeVisible();
    await page.getByLabel('Address').fill('https://hooks.example.test/colloquy');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.getByText('The webhook has been added.')).toBeVisible();
    await expect(page.getByText('Secret: HOOK')).toBeVisible();
    await page.getByRole('button', { name: 'Remove https://hooks.example.test/colloquy' }).click();
    await expect(page.getByText('The webhook has been removed.')).toBeVisible();
    await expect(page.getByText('There are none.')).toBeVisible();
  });
});
