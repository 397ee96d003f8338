import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createGate, text, unauthorized } from '../../test/support/scriptedReply.ts';
import { describeInBrowser } from './support/chromium.ts';
import {
  openConversationWorld,
  startInBrowser,
  type ConversationWorld,
} from './support/conversationWorld.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

const WRITER = 'Writer and editor';
const SUPPORT = 'Support with you in the loop';

describeInBrowser('a conversation, from the browser to the model and back', () => {
  let world: ConversationWorld;
  beforeAll(async () => {
    world = await openConversationWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const openPage = async (options = {}): Promise<Page> => (await world.signedIn(options)).newPage();
  const messages = (page: Page) => page.locator('li[id^="message-"]');
  const reviewTask = (page: Page) => page.locator('[data-task="review_message"]');

  test('the main job: start, watch the text arrive, approve the draft, see it finish', async () => {
    const page = await openPage();
    const complaints = watchConsole(page);
    const gate = createGate();
    world.model.script(
      text('Dear **members**, welcome to the club', {
        chunks: ['Dear **mem', 'bers**, welc', 'ome to the club'],
        hold: { afterChunks: 2, until: gate },
      }),
      text('Nothing has to change.\n\nFINISHED'),
    );
    const id = await startInBrowser(page, world.url, WRITER, 'Write a welcome note\nfor our club');
    await page.getByRole('heading', { level: 1, name: 'Write a welcome note' }).waitFor();

    const live = page.locator('[data-live]');
    await live.getByText('welc').waitFor();
    expect(await live.locator('strong').textContent()).toBe('members');
    expect(await live.textContent()).not.toContain('the club');
    gate.open();

    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    await page.locator('[data-end="finished"]').waitFor();
    expect(await page.locator('[data-end]').textContent()).toContain("Text 'FINISHED' mentioned");
    expect(await messages(page).count()).toBe(3);
    expect(await live.count()).toBe(0);
    expect(await page.getByText('Ada Lovelace approved the draft').count()).toBe(1);

    await messages(page).nth(1).getByRole('link', { name: 'Request and answer' }).click();
    await page.getByText('Exact, verified by its SHA-256').waitFor();
    expect(complaints).toEqual([]);

    await page.goto(`${world.url}/conversations?q=welcome+to+the`);
    await page.locator(`[data-conversation="${id}"] [data-state="finished"]`).waitFor();
    await page.context().close();
  });

  test('a draft is sent back with feedback, rewritten, edited and approved', async () => {
    const page = await openPage();
    const asked = world.model.requests.length;
    world.model.script(
      text('A first try', { finishReason: 'length' }),
      text('A second try'),
      text('Good. FINISHED', { finishReason: 'content_filter' }),
    );
    await startInBrowser(page, world.url, WRITER, 'Write something');
    await page.locator('[data-status="draft"]').getByText('Cut at its token limit').waitFor();
    await reviewTask(page).getByText('Send back').first().click();
    await reviewTask(page).getByRole('button', { name: 'Send back' }).click();
    await page.getByText('Say what the author should do differently.').waitFor();
    await page.getByLabel('Feedback to writer').fill('Make it shorter');
    await reviewTask(page).getByRole('button', { name: 'Send back' }).click();

    await page.locator('[data-status="rejected"]').getByText('Make it shorter').waitFor();
    const second = page.locator('[data-status="draft"]').filter({ hasText: 'A second try' });
    await second.waitFor();
    expect(await second.getByText('Cut at its token limit').count()).toBe(0);
    expect(world.model.requests[asked + 1]?.rawBody).toContain('Make it shorter');

    await reviewTask(page).getByText('Edit', { exact: true }).click();
    expect(await page.getByLabel('Your version').inputValue()).toBe('A second try');
    await page.getByLabel('Your version').fill('My own words');
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await page.getByText('Edited by Ada Lovelace').waitFor();
    await page.locator('[data-end="finished"]').waitFor();
    await messages(page).last().getByText('Cut by the content filter').waitFor();
    expect(world.model.requests[asked + 2]?.rawBody).toContain('My own words');
    await page.context().close();
  });

  test('a person takes their turn from the inbox, and the page of the conversation follows', async () => {
    const page = await openPage();
    world.model.script(text('What is the matter?'));
    const id = await startInBrowser(page, world.url, SUPPORT, 'My parcel is late');
    await page.locator('[data-task="give_input"]').waitFor();

    const inbox = await page.context().newPage();
    await inbox.goto(`${world.url}/inbox`);
    const task = inbox.locator('[data-task="give_input"]').filter({ hasText: 'My parcel is late' });
    await task.getByRole('textbox').fill('It came. EXIT');
    await task.getByRole('button', { name: 'Answer' }).click();

    await page.locator('[data-end="finished"]').waitFor();
    expect(await messages(page).last().textContent()).toContain('It came. EXIT');
    await task.waitFor({ state: 'detached' });
    await inbox.goto(`${world.url}/inbox?show=closed`);
    await inbox.locator(`a[href*="${id}"]`).waitFor();
    await page.context().close();
  });

  test('a turn that fails for good is explained, and tried again when that is wished', async () => {
    const page = await openPage();
    world.model.script(unauthorized(), text('Better now'));
    await startInBrowser(page, world.url, WRITER, 'Fail first');
    const task = page.locator('[data-task="resolve_error"]');
    await task.getByText(/^The model provider at http:\/\/\S+ refused the key/).waitFor();
    await task.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-status="draft"]').getByText('Better now').waitFor();
    expect(await page.getByText('had the turn tried again').count()).toBe(1);
    expect(await messages(page).last().textContent()).toContain('1 failed attempt');
    await page.context().close();
  });

  test('a stale page learns who was faster', async () => {
    const page = await openPage();
    world.model.script(text('A draft for two'), text('FINISHED'));
    await startInBrowser(page, world.url, WRITER, 'Two at once');
    await reviewTask(page).waitFor();
    // A second tab whose stream is cut off, so that it does not see the answer of the first.
    const stale = await page.context().newPage();
    await stale.route('**/events?*', (route) => route.abort());
    await stale.goto(page.url());
    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    await page.locator('[data-end="finished"]').waitFor();
    await reviewTask(stale).getByRole('button', { name: 'Approve' }).click();
    await stale.getByText('The draft was approved by Ada Lovelace. Your answer was not used.').waitFor();
    await page.context().close();
  });

  test('all of it works without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    world.model.script(text('Plain words'), text('FINISHED'));
    await page.goto(`${world.url}/conversations/new`);
    await page.getByRole('radio', { name: WRITER }).check();
    await page.getByLabel('Task').fill('   ');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Write what the team is to do.').waitFor();
    await page.getByLabel('Task').fill('Without scripts');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    for (let tries = 0; (await reviewTask(page).count()) === 0 && tries < 50; tries += 1) {
      await page.waitForTimeout(200);
      await page.reload();
    }
    await page.locator('[data-status="draft"]').getByText('Plain words').waitFor();
    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    for (let tries = 0; (await page.locator('[data-end]').count()) === 0 && tries < 50; tries += 1) {
      await page.waitForTimeout(200);
      await page.goto(page.url());
    }
    expect(await page.locator('[data-end="finished"]').count()).toBe(1);
    await page.context().close();
  });

  test('what is not in the project is not there', async () => {
    const page = await openPage();
    const stranger = await world.database.project.create({ data: { slug: 'stranger', name: 'Stranger' } });
    const team = await world.database.team.create({
      data: {
        projectId: stranger.id,
        name: 'Theirs',
        versions: { create: { projectId: stranger.id, version: 1, description: '', config: {} } },
      },
      include: { versions: true },
    });
    const theirs = await world.database.conversation.create({
      data: {
        projectId: stranger.id,
        teamVersionId: team.versions[0]?.id ?? '',
        title: 'Theirs',
        idempotencyKey: 'theirs',
      },
    });
    for (const path of [theirs.id, `${theirs.id}/events`, 'nonsense', '%00']) {
      const response = await page.request.get(`${world.url}/conversations/${path}`);
      expect({ path, status: response.status() }).toEqual({ path, status: 404 });
    }
    const stream = await fetch(`${world.url}/conversations/${theirs.id}/events`);
    expect(await stream.text()).toContain('event: expired');
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)(
    'its pages please axe and fit, in the %s theme at %d pixels',
    async (colorScheme, width) => {
      const page = await openPage({ colorScheme, reducedMotion: 'reduce', viewport: { width, height: 844 } });
      world.model.script(text('# A heading\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```'));
      const id = await startInBrowser(page, world.url, WRITER, 'Something to look at');
      await reviewTask(page).waitFor();
      const call =
        (await page.getByRole('link', { name: 'Request and answer' }).first().getAttribute('href')) ?? '';
      const paths = [
        '/conversations',
        '/conversations?q=nothing+such',
        '/conversations/new',
        `/conversations/${id}`,
        call,
        '/inbox',
        '/inbox?show=closed',
      ];
      for (const path of paths) {
        await page.goto(world.url + path);
        await page.waitForLoadState('load');
        expect({ path, violations: await findAxeViolations(page) }).toEqual({ path, violations: [] });
        expect({ path, overflowPx: await sidewaysOverflowPx(page) }).toEqual({ path, overflowPx: 0 });
      }
      await page.context().close();
    },
    120_000,
  );
});
