import { call, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx } from './support/pageChecks.ts';
import { addTeam } from './support/teamRows.ts';

const WATCH = 'Night watch';

test.describe('an agent that waits', () => {
  test.beforeAll(async ({ world }) => {
    const watcher = agent({ name: 'watcher', tools: [{ kind: 'wait_until' }], maxToolIterations: 9 });
    const termination = { kind: 'text_mention', text: 'DONE', sources: null } as const;
    await addTeam(world.database, WATCH, team({ participants: [watcher], termination }));
  });

  test('shows what it waits for, is woken by hand, without scripts and from a terminal', async ({
    page,
    model,
    openPage,
    cli,
  }) => {
    const waits = (reason: string) => call('wait_until', { for: '3 days', reason });
    model.script(waits('The market opens'), waits('The news at nine'), waits('The last train'), text('DONE'));
    const id = await startInBrowser(page, WATCH, 'Watch');
    const card = page.locator('[data-task="wait"]');
    await expect(card).toContainText('The market opens');
    await expect(card).toContainText('Since');
    await expect(card).toContainText('Until');
    await expect(page.locator('h1 ~ [data-state="sleeping"]')).toBeVisible();
    for (const locale of ['en', 'zh-CN'] as const) {
      const narrow = await openPage({
        locale,
        reducedMotion: 'reduce',
        viewport: { width: 320, height: 640 },
      });
      await narrow.goto(page.url());
      await expect(narrow.locator('[data-task="wait"]')).toBeVisible();
      expect(await sidewaysOverflowPx(narrow)).toBe(0);
      expect(await findAxeViolations(narrow)).toEqual([]);
    }
    const inbox = await openPage({});
    await inbox.goto('/inbox');
    await expect(inbox.locator('h1')).toBeVisible();
    await expect(inbox.locator('[data-task="wait"]')).toHaveCount(0);

    await card.getByLabel('What you say').fill('It opened early.');
    await card.getByRole('button', { name: 'Wake now' }).click();
    await expect(card).toContainText('The news at nine');

    const plain = await openPage({ javaScriptEnabled: false });
    await plain.goto(page.url());
    await plain.getByRole('button', { name: 'Wake now' }).click();
    await expect(card).toContainText('The last train');

    expect(await cli.run('show', id).ended).toContain('The last train');
    expect(await cli.run('wake', id, '--text', 'From a terminal').ended).toContain('Woken.');
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(page.getByText('ended the wait early')).toHaveCount(3);
    await expect(page.getByText(/Woken early by .*: From a terminal/).first()).toBeAttached();
  });

  test('is woken once by a key, however often it is sent, also after it waits again', async ({
    page,
    model,
    cli,
  }) => {
    const waits = (reason: string) => call('wait_until', { for: '3 days', reason });
    model.script(waits('The first'), waits('The second'), text('DONE'));
    const id = await startInBrowser(page, WATCH, 'Watch twice');
    const card = page.locator('[data-task="wait"]');
    await expect(card).toContainText('The first');
    const wake = (key: string) => cli.run('wake', id, '--key', key, '--text', 'Now').ended;
    await Promise.all([wake('once'), wake('once')]);
    await expect(card).toContainText('The second');
    expect(await wake('once')).toContain('Woken.');
    await page.reload();
    await expect(page.locator('h1 ~ [data-state="sleeping"]')).toBeVisible();
    await expect(card).toContainText('The second');
    await wake('again');
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(page.getByText('ended the wait early')).toHaveCount(2);
  });
});
