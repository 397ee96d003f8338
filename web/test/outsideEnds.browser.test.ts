import type { Page } from '@playwright/test';
import type { Client } from '@temporalio/client';
import { createLogger } from '../../platform/logger.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { call, createGate, text } from '../../test/support/scriptedReply.ts';
import type { TestTemporal } from '../../test/support/testTemporal.ts';
import { startToolServer } from '../../test/support/toolServer.ts';
import { reconcile } from '../../worker/reconcile.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx } from './support/pageChecks.ts';
import { addTeam } from './support/teamRows.ts';
import type { WebWorld } from './support/webWorld.ts';

// A world of its own: a reconciler's round would also start what other files have only written down.
test.use({ environment: {} });

const live = (page: Page) => page.locator('[data-live]');

/** The reconciler's rounds of the next minute. */
async function aMinuteLater({ database }: WebWorld, where: TestTemporal): Promise<void> {
  const temporal = await connectTemporal(where);
  const logger = createLogger({ process: 'worker', level: 'silent' });
  const clients = { database, temporal, taskQueue: where.TASK_QUEUE, logger };
  await reconcile(clients, new Date(Date.now() + 60_000));
  await temporal.connection.close();
}

test('an open page tells within a minute that its workflow was terminated in the middle of a reply, and follows a reset', async ({
  page,
  openPage,
  world,
  temporal: where,
  model,
}) => {
  const gate = createGate();
  model.script(text('Half of it', { chunks: ['Half', ' of it'], hold: { afterChunks: 1, until: gate } }));
  const id = await startInBrowser(page, 'Research desk', 'Look into it');
  await expect(live(page).getByText('Half')).toBeVisible();
  const temporal = await connectTemporal(where);
  const handle = temporal.workflow.getHandle(conversationWorkflowId(id, 0));
  const { events } = await handle.fetchHistory();
  await handle.terminate('Too expensive');
  await aMinuteLater(world, where);

  await expect(page.locator('[data-end="failed"]').getByText('Its workflow was terminated')).toBeVisible();
  await expect(live(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  // What to do about it stands on the page.
  await expect(page.getByRole('button', { name: /Continue|Start/ }).first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    const checked = await openPage({ colorScheme, reducedMotion: 'reduce' });
    await checked.goto(`/conversations/${id}`);
    expect(await findAxeViolations(checked)).toEqual([]);
  }

  model.script(text('All of it'), text('Weighed'), text('APPROVE'));
  await temporal.workflowService.resetWorkflowExecution({
    namespace: where.TEMPORAL_NAMESPACE,
    workflowExecution: { workflowId: conversationWorkflowId(id, 0) },
    reason: 'It was worth it',
    workflowTaskFinishEventId:
      (events ?? []).find((event) => event.workflowTaskCompletedEventAttributes)?.eventId ?? null,
    requestId: id,
  });
  gate.open();
  await aMinuteLater(world, where);
  await expect(page.locator('[data-end="failed"]')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('li[id^="message-"]').filter({ hasText: 'All of it' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('[data-end="finished"]')).toBeVisible({ timeout: 60_000 });
  await expect(live(page)).toHaveCount(0);
  await temporal.connection.close();
});

/** What an operator does with Temporal's own tools. */
const ways = {
  terminated: {
    how: ({ workflow }: Client, workflowId: string) => workflow.getHandle(workflowId).terminate('Enough'),
    english: 'Its workflow was terminated in Temporal.',
    chinese: '其工作流在 Temporal 中被终止。',
  },
  deleted: {
    how: ({ workflowService }: Client, workflowId: string) =>
      workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution: { workflowId } }),
    english: 'Its workflow no longer exists in Temporal: it was deleted or lost there.',
    chinese: '其工作流在 Temporal 中已不存在：已被删除或丢失。',
  },
} as const;

/** It has ended so on pages of both languages, and nothing on them stands as if it went on. */
async function expectEnded(
  pages: { english: Page; chinese: Page },
  way: (typeof ways)['deleted' | 'terminated'],
) {
  for (const [page, words] of [
    [pages.english, way.english],
    [pages.chinese, way.chinese],
  ] as const) {
    await expect(page.locator('[data-end="failed"]').getByText(words)).toBeVisible();
    await expect(live(page)).toHaveCount(0);
    expect(await findAxeViolations(page)).toEqual([]);
  }
  expect(await sidewaysOverflowPx(pages.chinese)).toBe(0);
  await expect(pages.english.getByRole('button', { name: 'Pause' })).toHaveCount(0);
}

for (const [name, way] of Object.entries(ways)) {
  const inChinese = {
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 },
  } as const;

  test(`open pages tell in both languages that a workflow was ${name} in the middle of a reply, and it can be continued`, async ({
    page,
    openPage,
    world,
    temporal: where,
    model,
  }) => {
    const gate = createGate();
    model.script(text('Half of it', { chunks: ['Half', ' of it'], hold: { afterChunks: 1, until: gate } }));
    const id = await startInBrowser(page, 'Research desk', 'Look into it');
    const chinese = await openPage(inChinese);
    await chinese.goto(page.url());
    await expect(live(chinese).getByText('Half')).toBeVisible();
    const temporal = await connectTemporal(where);
    await way.how(temporal, conversationWorkflowId(id, 0));
    await untilGone(temporal, conversationWorkflowId(id, 0));
    await aMinuteLater(world, where);
    await expectEnded({ english: page, chinese }, way);
    gate.open();

    model.script(text('All of it'), text('Weighed'), text('APPROVE'));
    await page.getByLabel('Next task').fill('Look again');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[data-run-end="0"]')).toContainText(way.english);
    await temporal.connection.close();
  });

  test(`open pages tell in both languages that a workflow was ${name} in the middle of a tool call, which may have been made`, async ({
    page,
    openPage,
    world,
    temporal: where,
    model,
  }) => {
    const tools = await startToolServer();
    const gate = createGate();
    tools.answer(async () => {
      await gate.opened;
      return 'Paid';
    });
    const desk = `Payments ${name}`;
    await addTeam(
      world.database,
      desk,
      team({ participants: [agent({ name: 'clerk', tools: [tools.tool('pay')] })], maxTurns: 1 }),
    );
    model.script(call('pay', { what: 'rent' }));
    const id = await startInBrowser(page, desk, 'Pay the rent');
    await tools.received(1);
    const chinese = await openPage(inChinese);
    await chinese.goto(page.url());
    const temporal = await connectTemporal(where);
    await way.how(temporal, conversationWorkflowId(id, 0));
    await untilGone(temporal, conversationWorkflowId(id, 0));
    await aMinuteLater(world, where);
    await expectEnded({ english: page, chinese }, way);
    await expect(page.locator('[data-tool-call="unknown"]')).toBeVisible();
    gate.open();
    await temporal.connection.close();
    await tools.close();
  });
}

/** Deleting takes the server a moment. */
async function untilGone({ workflow }: Client, workflowId: string): Promise<void> {
  await expect
    .poll(() =>
      workflow
        .getHandle(workflowId)
        .describe()
        .then(
          ({ status }) => status.name,
          () => 'GONE',
        ),
    )
    .not.toBe('RUNNING');
}
