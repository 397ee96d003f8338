import { Webhook } from 'standardwebhooks';
import { text } from '../../test/support/scriptedReply.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx } from './support/pageChecks.ts';

test.describe('a standing conversation', () => {
  test('sleeps, is woken by a message and by hand, and ends for good', async ({
    page,
    model,
    openPage,
    cli,
  }) => {
    model.otherwise(() => text('APPROVE'));
    await startInBrowser(page, 'Research desk', 'Watch the news', { standing: true });
    const asleep = page.locator('[data-sleeping]');
    await expect(asleep).toContainText('Sleeping since');
    await expect(page.locator('h1 ~ [data-state="sleeping"]')).toBeVisible();

    await page.getByLabel('Your message to the team').fill('Anything new?');
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(page.locator('[data-run="1"]')).toContainText('woken by a message from');
    await expect(asleep).toBeVisible();

    await page.getByRole('button', { name: 'Wake now' }).click();
    await expect(page.locator('[data-run="2"]')).toContainText('woken by');
    await expect(asleep).toBeVisible();

    const id = page.url().split('/').at(-1) ?? '';
    expect(await cli.run('list', '--state', 'sleeping').ended).toContain(id);
    expect(await cli.run('wake', id, '--text', 'From a terminal').ended).toContain('Woken.');
    await expect(page.locator('[data-run="3"]')).toBeVisible();
    await expect(asleep).toBeVisible();

    const plain = await openPage({ javaScriptEnabled: false });
    await plain.goto(page.url());
    await plain.getByRole('button', { name: 'Wake now' }).click();
    await expect(page.locator('[data-run="4"]')).toBeVisible();
    await expect(asleep).toBeVisible();

    await page.getByRole('button', { name: 'End it for good' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click();
    await expect(asleep).toHaveCount(0);
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await page.getByRole('button', { name: 'Make it standing' }).click();
    await expect(asleep).toBeVisible();
  });

  test('is woken when another conversation ends that was told to wake it', async ({ page, model, cli }) => {
    model.otherwise(() => text('APPROVE'));
    const id = await startInBrowser(page, 'Research desk', 'Collect the findings', { standing: true });
    await expect(page.locator('[data-sleeping]')).toBeVisible();
    await page.goto('/conversations/new');
    await page.getByRole('radio', { name: 'Research desk' }).check();
    await page.getByLabel('Task').fill('Look for findings');
    await page.getByLabel('When it ends, wake').selectOption(id);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    await expect(page.getByText('When it ends, it wakes').filter({ visible: true })).toBeVisible();
    await page.getByRole('link', { name: 'Collect the findings' }).first().click();
    await expect(page.locator('[data-run="1"]')).toContainText(
      'woken by the conversation “Look for findings”',
    );
    await expect(page.locator('[data-sleeping]')).toBeVisible();

    const other = await startInBrowser(page, 'Research desk', 'Wakes none at first', { standing: true });
    await page.getByRole('link', { name: 'What its end wakes' }).filter({ visible: true }).click();
    await page.getByRole('combobox', { name: 'Conversation' }).selectOption(id);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('When it ends, it wakes').filter({ visible: true })).toBeVisible();
    await page.goto(`/conversations/${id}/wakes`);
    await page.getByRole('combobox', { name: 'Conversation' }).selectOption(other);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('That conversation wakes this one')).toBeVisible();
    expect(await cli.run('wakes', other, 'none').ended).toContain('Its ends wake no conversation.');
    await page.goto(`/conversations/${id}`);

    expect(await cli.run('run', 'Research desk', 'From a terminal', '--wakes', id).ended).toContain(
      'APPROVE',
    );
    await expect(page.locator('[data-run="2"]')).toContainText('woken by the conversation “From a terminal”');
  });

  test('is woken by a webhook, whose secret is shown once and can be exchanged', async ({
    page,
    model,
    cli,
  }) => {
    model.otherwise(() => text('APPROVE'));
    const id = await startInBrowser(page, 'Research desk', 'Watch the deploys', { standing: true });
    await expect(page.locator('[data-sleeping]')).toBeVisible();
    await page.goto(`/conversations/${id}/webhooks`);
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.getByText('Give it a name.')).toBeVisible();
    await page.getByLabel('Name').fill('deploys');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.locator('dd code')).toHaveCount(2);
    const [url = '', secret = ''] = await page.locator('dd code').allTextContents();
    expect(await findAxeViolations(page)).toEqual([]);

    const [messageId, sentAt, body] = [`msg_${id}`, new Date(), '{"deployed":"1.2.3"}'];
    const answer = await page.request.post(new URL(url).pathname, {
      headers: {
        'content-type': 'application/json',
        'webhook-id': messageId,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(messageId, sentAt, body),
      },
      data: body,
    });
    expect(answer.status()).toBe(202);
    await page.goto(`/conversations/${id}`);
    await expect(page.locator('[data-run="1"]')).toContainText('woken by the webhook “deploys”');
    await page.getByRole('link', { name: 'Webhooks that wake it' }).first().click();
    await expect(page.getByText('Last accepted')).toBeVisible();
    await expect(page.getByText(secret)).toHaveCount(0);
    await page.getByLabel('Exchange the secret of the webhook deploys').click();
    await page.getByLabel('The current secret is accepted').selectOption('for another hour');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create a new secret' }).click();
    await expect(page.locator('dd code')).toHaveCount(1);
    const [next = ''] = await page.locator('dd code').allTextContents();
    expect(next).not.toBe(secret);
    await expect(page.getByText('The previous secret is accepted too')).toBeVisible();
    const [, webhookId = ''] = /webhooks\/([0-9a-f-]+)/.exec(url) ?? [];
    expect(await cli.run('webhook', 'rotate', id, webhookId, '--overlap', '0').ended).toContain('whsec_');
    await page.reload();
    await expect(page.getByText('The previous secret is accepted too')).toHaveCount(0);
    await page.getByRole('button', { name: 'Remove the webhook deploys' }).click();
    await expect(page.getByText('There is none yet.')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const locale of ['en', 'zh-CN'])
      test(`has no axe violation and fits a phone, ${colorScheme}, ${locale}`, async ({
        page,
        model,
        openPage,
      }) => {
        model.otherwise(() => text('APPROVE'));
        await startInBrowser(page, 'Research desk', 'Watch the news', { standing: true });
        await expect(page.locator('[data-sleeping]')).toBeVisible();
        const narrow = await openPage({
          colorScheme,
          locale,
          reducedMotion: 'reduce',
          viewport: { width: 320, height: 640 },
        });
        const own = new URL(page.url()).pathname;
        for (const path of [own, `${own}/webhooks`, `${own}/wakes`, '/conversations/new']) {
          await narrow.goto(path);
          await expect(narrow.locator('h1')).toBeVisible();
          expect(await findAxeViolations(narrow)).toEqual([]);
          expect(await sidewaysOverflowPx(narrow)).toBe(0);
        }
      });
});
