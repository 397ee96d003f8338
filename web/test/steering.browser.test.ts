import type { Page } from '@playwright/test';
import type { ScriptedModel } from '../../test/support/scriptedModel.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';

const RESEARCH = 'Research desk';

test.describe('steering a conversation, and following it through interruptions', () => {
  const messages = (page: Page) => page.locator('li[id^="message-"]');
  const state = (page: Page, name: string) => page.locator(`h1 ~ [data-state="${name}"]`);

  /** Starts a conversation whose first reply is held in the middle of its text. */
  async function startHeld(page: Page, model: ScriptedModel) {
    const gate = createGate();
    model.script(
      text('Three things were found', {
        chunks: ['Three things', ' were found'],
        hold: { afterChunks: 1, until: gate },
      }),
    );
    await startInBrowser(page, RESEARCH, 'Look into it');
    await expect(page.locator('[data-live]').getByText('Three things')).toBeVisible();
    return gate;
  }

  test('it pauses before the next turn, accepts a message, and continues when told', async ({
    page,
    model,
  }) => {
    const gate = await startHeld(page, model);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('It pauses before the next turn.')).toBeVisible();
    gate.open();
    await expect(state(page, 'paused')).toBeVisible();
    await expect(messages(page)).toHaveCount(2);

    await page.getByLabel('Your message to the team').fill('Mind the _year_');
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(messages(page).filter({ hasText: 'Mind the year' })).toBeVisible();
    // The message may arrive over the stream before the form gets its answer.
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');

    const asked = model.requests.length;
    model.script(text('I have minded it'), text('APPROVE'));
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.locator('[data-end]')).toBeVisible();
    expect(model.requests[asked]?.rawBody).toContain('Mind the _year_');
    await expect(messages(page)).toHaveCount(5);
  });

  test('it stops after the current turn', async ({ page, model }) => {
    const gate = await startHeld(page, model);
    await page.getByRole('button', { name: 'Stop after this turn' }).click();
    await expect(page.getByText('It stops after this turn.')).toBeVisible();
    gate.open();
    await expect(page.locator('[data-end]').getByText('External termination requested')).toBeVisible();
    await expect(messages(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  });

  test('it is cancelled at once, after a confirmation', async ({ page, model }) => {
    const gate = await startHeld(page, model);
    await page.getByRole('button', { name: 'Cancel now' }).click();
    await page.getByRole('button', { name: 'Keep it running' }).click();
    await expect(state(page, 'running')).toHaveCount(1);
    await page.getByRole('button', { name: 'Cancel now' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel it' }).click();
    await expect(page.locator('[data-end="cancelled"]')).toBeVisible();
    await expect(messages(page)).toHaveCount(1);
    await expect(page.locator('[data-live]')).toHaveCount(0);
    gate.open();
  });

  test('an open page follows through a kill -9 of the web process, with nothing missing and nothing repeated', async ({
    page,
    world,
    model,
  }) => {
    const gate = await startHeld(page, model);
    model.script(text('Weighed'), text('APPROVE'));
    await world.restartWeb(async () => {
      gate.open();
      // A message that can't be sent is not lost.
      await page.getByLabel('Your message to the team').fill('Are you there?');
      await page.getByRole('button', { name: 'Post' }).click();
      await expect(page.getByText('It could not be sent')).toBeVisible();
      await expect(page.getByLabel('Your message to the team')).toHaveValue('Are you there?');
    });
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    const shown = await messages(page).evaluateAll((items) => items.map(({ id }) => id));
    expect(shown).toEqual(['message-0', 'message-1', 'message-2', 'message-3']);
    await expect(page.locator('[data-live]')).toHaveCount(0);
  });

  test('an open run history is updated, and says what is new', async ({ page, model }) => {
    await page.goto('/conversations');
    await expect(page.locator('[data-conversation]').first()).toBeVisible();
    const other = await page.context().newPage();
    const gate = await startHeld(other, model);
    await page.getByRole('link', { name: '1 new' }).click();
    const row = page.locator('[data-conversation]').first();
    await expect(row.locator('[data-state="running"]')).toBeVisible();
    await other.getByRole('button', { name: 'Stop after this turn' }).click();
    await expect(other.getByText('It stops after this turn.')).toBeVisible();
    gate.open();
    await expect(row.locator('[data-state="stopped"]')).toBeVisible();
  });

  test('it says that no worker is running, and continues when one does', async ({ page, product, model }) => {
    await product.stopWorker();
    await startInBrowser(page, RESEARCH, 'Wait for me');
    await expect(page.getByText('No worker is picking up the work')).toBeVisible();
    model.script(text('Found'), text('Weighed'), text('APPROVE'));
    await product.startWorker();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(page.getByText('No worker is picking up the work')).toHaveCount(0);
  });

  test('a message sent while no worker is running waits for one, and counts once however often it is sent', async ({
    page,
    product,
    model,
  }) => {
    const gate = await startHeld(page, model);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('It pauses before the next turn.')).toBeVisible();
    gate.open();
    await expect(state(page, 'paused')).toBeVisible();
    await product.stopWorker();
    await page.getByLabel('Your message to the team').fill('For later');
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(page.getByText('Sent, but not received yet')).toBeVisible({ timeout: 40_000 });
    await expect(page.getByLabel('Your message to the team')).toHaveValue('For later');
    await product.startWorker();
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(messages(page).filter({ hasText: 'For later' })).toBeVisible();
    await expect(page.getByText('Sent, but not received yet')).toHaveCount(0);
    await expect(messages(page).filter({ hasText: 'For later' })).toHaveCount(1);
  });
});
