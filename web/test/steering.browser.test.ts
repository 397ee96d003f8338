import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { describeInBrowser } from './support/chromium.ts';
import {
  openConversationWorld,
  startInBrowser,
  type ConversationWorld,
} from './support/conversationWorld.ts';

const RESEARCH = 'Research desk';

describeInBrowser('steering a conversation, and following it through breaks', () => {
  let world: ConversationWorld;
  beforeAll(async () => {
    world = await openConversationWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const openPage = async (): Promise<Page> => (await world.signedIn()).newPage();
  const messages = (page: Page) => page.locator('li[id^="message-"]');
  const state = (page: Page, name: string) => page.locator(`h1 ~ [data-state="${name}"]`);

  /** Starts a conversation whose first reply waits in the middle of its text. */
  async function startHeld(page: Page) {
    const gate = createGate();
    world.model.script(
      text('Three things were found', {
        chunks: ['Three things', ' were found'],
        hold: { afterChunks: 1, until: gate },
      }),
    );
    await startInBrowser(page, world.url, RESEARCH, 'Look into it');
    await page.locator('[data-live]').getByText('Three things').waitFor();
    return gate;
  }

  test('it pauses before the next turn, takes a message in, and goes on when told', async () => {
    const page = await openPage();
    const gate = await startHeld(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('It pauses before the next turn.').waitFor();
    gate.open();
    await state(page, 'paused').waitFor();
    expect(await messages(page).count()).toBe(2);

    await page.getByLabel('Your message to the team').fill('Mind the _year_');
    await page.getByRole('button', { name: 'Post' }).click();
    await messages(page).filter({ hasText: 'Mind the year' }).waitFor();
    // The message may come over the stream before the form has its answer.
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');

    const asked = world.model.requests.length;
    world.model.script(text('I have minded it'), text('APPROVE'));
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('[data-end]').waitFor();
    expect(world.model.requests[asked]?.rawBody).toContain('Mind the _year_');
    expect(await messages(page).count()).toBe(5);
    await page.context().close();
  });

  test('it stops after the turn under way', async () => {
    const page = await openPage();
    const gate = await startHeld(page);
    await page.getByRole('button', { name: 'Stop after this turn' }).click();
    await page.getByText('It stops after this turn.').waitFor();
    gate.open();
    await page.locator('[data-end]').getByText('External termination requested').waitFor();
    expect(await messages(page).count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
    await page.context().close();
  });

  test('it is cancelled at once, after a question', async () => {
    const page = await openPage();
    const gate = await startHeld(page);
    await page.getByRole('button', { name: 'Cancel now' }).click();
    await page.getByRole('button', { name: 'Let it go on' }).click();
    expect(await state(page, 'running').count()).toBe(1);
    await page.getByRole('button', { name: 'Cancel now' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel it' }).click();
    await page.locator('[data-end="cancelled"]').waitFor();
    expect(await messages(page).count()).toBe(1);
    expect(await page.locator('[data-live]').count()).toBe(0);
    gate.open();
    await page.context().close();
  });

  test('an open page follows through a kill -9 of the web process, with nothing missing and nothing twice', async () => {
    const page = await openPage();
    const gate = await startHeld(page);
    world.model.script(text('Weighed'), text('APPROVE'));
    await world.restartWeb(async () => {
      gate.open();
      // A message that can't be sent is not lost.
      await page.getByLabel('Your message to the team').fill('Are you there?');
      await page.getByRole('button', { name: 'Post' }).click();
      await page.getByText('It could not be sent').waitFor();
      expect(await page.getByLabel('Your message to the team').inputValue()).toBe('Are you there?');
    });
    await page.locator('[data-end="finished"]').waitFor({ timeout: 30_000 });
    const shown = await messages(page).evaluateAll((items) => items.map(({ id }) => id));
    expect(shown).toEqual(['message-0', 'message-1', 'message-2', 'message-3']);
    expect(await page.locator('[data-live]').count()).toBe(0);
    await page.context().close();
  });

  test('an open run history follows, and says what is new', async () => {
    const page = await openPage();
    await page.goto(`${world.url}/conversations`);
    await page.locator('[data-conversation]').first().waitFor();
    const other = await page.context().newPage();
    const gate = await startHeld(other);
    await page.getByRole('link', { name: '1 new' }).click();
    const row = page.locator('[data-conversation]').first();
    await row.locator('[data-state="running"]').waitFor();
    await other.getByRole('button', { name: 'Stop after this turn' }).click();
    await other.getByText('It stops after this turn.').waitFor();
    gate.open();
    await row.locator('[data-state="stopped"]').waitFor();
    await page.context().close();
  });

  test('it says that no worker runs, and goes on when one does', async () => {
    const page = await openPage();
    await world.stopWorker();
    await startInBrowser(page, world.url, RESEARCH, 'Wait for me');
    await page.getByText('No worker takes the work up').waitFor({ timeout: 30_000 });
    world.model.script(text('Found'), text('Weighed'), text('APPROVE'));
    await world.startWorker();
    await page.locator('[data-end="finished"]').waitFor({ timeout: 30_000 });
    expect(await page.getByText('No worker takes the work up').count()).toBe(0);
    await page.context().close();
  });

  test('a message handed in while no worker runs waits for one, and counts once however often it is sent', async () => {
    const page = await openPage();
    const gate = await startHeld(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('It pauses before the next turn.').waitFor();
    gate.open();
    await state(page, 'paused').waitFor();
    await world.stopWorker();
    await page.getByLabel('Your message to the team').fill('For later');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByText('Handed in, but not taken in yet').waitFor({ timeout: 40_000 });
    expect(await page.getByLabel('Your message to the team').inputValue()).toBe('For later');
    await world.startWorker();
    await page.getByRole('button', { name: 'Post' }).click();
    await messages(page).filter({ hasText: 'For later' }).waitFor();
    await page.getByText('Handed in, but not taken in yet').waitFor({ state: 'detached' });
    expect(await messages(page).filter({ hasText: 'For later' }).count()).toBe(1);
    await page.context().close();
  }, 120_000);
});
