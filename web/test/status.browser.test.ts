import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

const drill = { backup: 'colloquy-1', drilledAt: '2026-11-01T03:00:00.000Z', succeeded: true };

/** Backups are in a folder in which there is no backup, but a drill has left its report. */
const test = base.extend<object, { environment: Record<string, string> }>({
  environment: [
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), 'colloquy-status-'));
      writeFileSync(join(folder, 'last-drill.json'), JSON.stringify(drill));
      await provide({
        BACKUP_TARGET: pathToFileURL(folder).href,
        OPENAI_BASE_URL: 'https://user:hidden@models.test/v1',
      });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test.describe('the page of the status', () => {
  test('says what is up, who works, what waits, and how it stands with backups', async ({
    page,
    product,
  }) => {
    const complaints = watchConsole(page);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Status' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Status' })).toBeVisible();
    for (const part of ['database', 'knowledge', 'temporal', 'worker'])
      await expect(page.locator(`[data-part="${part}"]`)).toHaveAttribute('data-state', 'ok', {
        timeout: 30_000,
      });
    await expect(page.locator('[data-part="mail"]')).toContainText('no SMTP_URL');
    await expect(page.locator('[data-part="models"]')).toContainText('at models.test');
    await expect(page.locator('[data-side="workflow"]')).toContainText(/[1-9]\d* workers? asks? for them/);
    await expect(page.locator('[data-worker]').first()).toContainText('Not part of a deployment');
    const backups = page.locator('[data-backups]');
    await expect(backups).toHaveAttribute('data-backups', 'old');
    await expect(backups).toContainText('There is none.');
    await expect(backups).toContainText('Restored colloquy-1');
    await expect(backups.getByText('Succeeded')).toBeVisible();
    expect(await page.content()).not.toContain('hidden@');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysOverflowPx(page)).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findAxeViolations(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    // No model was asked for it.
    expect(product.model.requests).toHaveLength(0);
  });

  test('keeps itself up to date, without a reload', async ({ page, world }) => {
    await page.goto('/settings/status');
    const mail = page.locator('[data-part="mail"]');
    await expect(mail).toHaveAttribute('data-state', 'unused');
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    const { id: projectId } = await world.database.project.findFirstOrThrow();
    await world.database.notice.create({
      data: { projectId, kind: 'digest', channel: 'email', state: 'failed', idempotencyKey: 'a test' },
    });
    await expect(mail).toContainText('1 of 1 mails not delivered in the last day', { timeout: 30_000 });
    await expect(mail).toHaveAttribute('data-state', 'degraded');
    await expect(page.locator('body')).toHaveAttribute('data-not-reloaded', '');
  });

  test('is in Chinese for those who read it', async ({ openPage, ownerState }) => {
    const page = await openPage({ storageState: ownerState, locale: 'zh-CN' });
    await page.goto('/settings/status');
    await expect(page.getByRole('heading', { level: 1, name: '运行状态' })).toBeVisible();
    await expect(page.locator('[data-part="database"]')).toContainText('正常');
  });

  test('is for those who are signed in', async ({ visitor }) => {
    await visitor.goto('/settings/status');
    await expect(visitor).toHaveURL(/sign-in/);
  });
});
