import type { Page } from '@playwright/test';
import { createGate, text, unauthorized } from '../../test/support/scriptedReply.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import {
  findAxeViolations,
  reloadUntilVisible,
  sidewaysOverflowPx,
  watchConsole,
} from './support/pageChecks.ts';

const WRITER = 'Writer and editor';
const SUPPORT = 'Support with you in the loop';

test.describe('a conversation, from the browser to the model and back', () => {
  const messages = (page: Page) => page.locator('li[id^="message-"]');
  const reviewTask = (page: Page) => page.locator('[data-task="review_message"]');

  test('the main use: start, watch the text arrive, approve the draft, see it finish', async ({
    page,
    model,
  }) => {
    const complaints = watchConsole(page);
    const gate = createGate();
    model.script(
      text('Dear **members**, welcome to the club', {
        chunks: ['Dear **mem', 'bers**, welc', 'ome to the club'],
        hold: { afterChunks: 2, until: gate },
      }),
      text('Nothing has to change.\n\nFINISHED'),
    );
    const id = await startInBrowser(page, WRITER, 'Write a welcome note\nfor our club');
    await expect(page.getByRole('heading', { level: 1, name: 'Write a welcome note' })).toBeVisible();

    const live = page.locator('[data-live]');
    await expect(live.getByText('welc')).toBeVisible();
    await expect(live.locator('strong')).toHaveText('members');
    await expect(live).not.toContainText('the club');
    gate.open();

    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(page.locator('[data-end]')).toContainText("Text 'FINISHED' mentioned");
    await expect(messages(page)).toHaveCount(3);
    await expect(live).toHaveCount(0);
    await expect(page.getByText('Ada Lovelace approved the draft')).toHaveCount(1);

    await messages(page).nth(1).getByRole('link', { name: 'Request and answer' }).click();
    await expect(page.getByText('Exact, verified by its SHA-256')).toBeVisible();
    expect(complaints).toEqual([]);

    await page.goto('/conversations?q=welcome+to+the');
    await expect(page.locator(`[data-conversation="${id}"] [data-state="finished"]`)).toBeVisible();
  });

  test('a draft is sent back with feedback, rewritten, edited and approved', async ({ page, model }) => {
    const asked = model.requests.length;
    model.script(
      text('A first try', { finishReason: 'length' }),
      text('A second try'),
      text('Good. FINISHED', { finishReason: 'content_filter' }),
    );
    await startInBrowser(page, WRITER, 'Write something');
    await expect(page.locator('[data-status="draft"]').getByText('Cut off at the token limit')).toBeVisible();
    await reviewTask(page).getByText('Send back').first().click();
    await reviewTask(page).getByRole('button', { name: 'Send back' }).click();
    await expect(page.getByText('Say what the author should do differently.')).toBeVisible();
    await page.getByLabel('Feedback to writer').fill('Make it shorter');
    await reviewTask(page).getByRole('button', { name: 'Send back' }).click();

    await expect(page.locator('[data-status="rejected"]').getByText('Make it shorter')).toBeVisible();
    const second = page.locator('[data-status="draft"]').filter({ hasText: 'A second try' });
    await expect(second).toBeVisible();
    await expect(second.getByText('Cut off at the token limit')).toHaveCount(0);
    expect(model.requests[asked + 1]?.rawBody).toContain('Make it shorter');

    await reviewTask(page).getByText('Edit', { exact: true }).click();
    await expect(page.getByLabel('Your version')).toHaveValue('A second try');
    await page.getByLabel('Your version').fill('My own words');
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await expect(page.getByText('Edited by Ada Lovelace')).toBeVisible();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(messages(page).last().getByText('Cut off by the content filter')).toBeVisible();
    expect(model.requests[asked + 2]?.rawBody).toContain('My own words');
  });

  test('a person takes their turn from the inbox, and the conversation’s page follows', async ({
    page,
    model,
  }) => {
    model.script(text('What is the matter?'));
    const id = await startInBrowser(page, SUPPORT, 'My parcel is late');
    await expect(page.locator('[data-task="give_input"]')).toBeVisible();

    const inbox = await page.context().newPage();
    await inbox.goto('/inbox');
    const task = inbox.locator('[data-task="give_input"]').filter({ hasText: 'My parcel is late' });
    await task.getByRole('textbox').fill('It came. EXIT');
    await task.getByRole('button', { name: 'Answer' }).click();

    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(messages(page).last()).toContainText('It came. EXIT');
    await expect(task).toHaveCount(0);
    await inbox.goto('/inbox?show=closed');
    await expect(inbox.locator(`a[href*="${id}"]`)).toBeVisible();
  });

  test('a turn that fails for good is explained, and retried if a person wants that', async ({
    page,
    model,
  }) => {
    model.script(unauthorized(), text('Better now'));
    await startInBrowser(page, WRITER, 'Fail first');
    const task = page.locator('[data-task="resolve_error"]');
    await expect(task.getByText(/^The model provider at http:\/\/\S+ refused the key/)).toBeVisible();
    await task.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('[data-status="draft"]').getByText('Better now')).toBeVisible();
    await expect(page.getByText('chose to try the turn again')).toHaveCount(1);
    await expect(messages(page).last()).toContainText('1 failed attempt');
  });

  test('a stale page learns who answered first', async ({ page, model }) => {
    model.script(text('A draft for two'), text('FINISHED'));
    await startInBrowser(page, WRITER, 'Two at once');
    await expect(reviewTask(page)).toBeVisible();
    // A second tab whose stream is cut off, so that it does not see the first tab's answer.
    const stale = await page.context().newPage();
    await stale.route('**/events?*', (route) => route.abort());
    await stale.goto(page.url());
    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await reviewTask(stale).getByRole('button', { name: 'Approve' }).click();
    await expect(
      stale.getByText('Ada Lovelace has approved the draft. Your answer was not used.'),
    ).toBeVisible();
  });

  test('all of this works without JavaScript', async ({ openPage, model }) => {
    const page = await openPage({ javaScriptEnabled: false });
    model.script(text('Plain words'), text('FINISHED'));
    await page.goto('/conversations/new');
    await page.getByRole('radio', { name: WRITER }).check();
    await page.getByLabel('Task').fill('   ');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByText('Write what the team should do.')).toBeVisible();
    await page.getByLabel('Task').fill('Without scripts');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    await reloadUntilVisible(page, reviewTask(page));
    await expect(page.locator('[data-status="draft"]').getByText('Plain words')).toBeVisible();
    await reviewTask(page).getByRole('button', { name: 'Approve' }).click();
    // The answer to a form must not be a page that reloading would submit again.
    await page.goto(page.url());
    await reloadUntilVisible(page, page.locator('[data-end="finished"]'));
  });

  test('what is not in the project is not found', async ({ page, world }) => {
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
  });

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const) {
    test(`its pages have no axe violations and fit, in the ${colorScheme} theme at ${String(width)} pixels`, async ({
      openPage,
      model,
    }) => {
      const page = await openPage({ colorScheme, reducedMotion: 'reduce', viewport: { width, height: 844 } });
      model.script(text('# A heading\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```'));
      const id = await startInBrowser(page, WRITER, 'Something to look at');
      await expect(reviewTask(page)).toBeVisible();
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
        await page.goto(path);
        await page.waitForLoadState('load');
        expect({ path, violations: await findAxeViolations(page) }).toEqual({ path, violations: [] });
        expect({ path, overflowPx: await sidewaysOverflowPx(page) }).toEqual({ path, overflowPx: 0 });
      }
    });
  }
});
