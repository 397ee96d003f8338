import type { Page } from '@playwright/test';
import { createLogger } from '../../platform/logger.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import type { TestTemporal } from '../../test/support/testTemporal.ts';
import { reconcile } from '../../worker/reconcile.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations } from './support/pageChecks.ts';
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
