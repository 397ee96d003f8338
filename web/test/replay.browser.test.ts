import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { text } from '../../test/support/scriptedReply.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx } from './support/pageChecks.ts';

const PHONE = { width: 390, height: 844 };
const recorded = readFileSync(
  fileURLToPath(new URL('../../test/histories/0.2.0-round-robin.json', import.meta.url)),
);

test('a conversation is replayed from its page, and gone through turn by turn with the keyboard', async ({
  page,
  openPage,
  model,
}) => {
  model.script(text('One'), text('Two FINISHED'));
  const id = await startInBrowser(page, 'Writer and editor', 'Say something');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Two FINISHED').first()).toBeVisible();
  await page.goto(`/conversations/${id}/replay`);
  await expect(page.getByText('No model and no tool is called', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.locator('[data-outcome=agrees]')).toBeVisible({ timeout: 120_000 });

  await page.goto(`/conversations/${id}/steps?turn=2`);
  await expect(page.getByText('Turn 2 of 2')).toBeVisible();
  await page.locator('body').press('ArrowLeft');
  await expect(page).toHaveURL(/turn=1$/);
  await expect(page.getByText('Turn 1 of 2')).toBeVisible();
  await expect(page.getByText('Two FINISHED')).toBeHidden();
  await page.locator('body').press('End');
  await expect(page).toHaveURL(/turn=2$/);

  const plain = await openPage({ javaScriptEnabled: false });
  await plain.goto(`/conversations/${id}/steps?turn=1`);
  await plain.getByRole('link', { name: 'Next turn' }).click();
  await expect(plain.getByText('Turn 2 of 2')).toBeVisible();

  for (const colorScheme of ['light', 'dark'] as const) {
    const checked = await openPage({ colorScheme, reducedMotion: 'reduce', viewport: PHONE });
    for (const path of [`/conversations/${id}/steps`, `/conversations/${id}/replay`, '/replay']) {
      await checked.goto(path);
      await checked.waitForLoadState('networkidle');
      expect({ path, violations: await findAxeViolations(checked) }).toEqual({ path, violations: [] });
      expect(await sidewaysOverflowPx(checked)).toBe(0);
    }
  }
});

test('an uploaded history agrees; altered at one event, the page names that event; 10 MB of nothing is refused', async ({
  page,
}) => {
  const upload = async (buffer: Buffer) => {
    await page.goto('/replay');
    await page.getByLabel('File').setInputFiles({ name: 'h.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Replay the file' }).click();
  };
  await upload(recorded);
  await expect(page.getByText('Today’s code takes the same steps', { exact: false })).toBeVisible({
    timeout: 120_000,
  });
  const altered = recorded.toString().replace('"name":"recordState"', '"name":"openTask"');
  await upload(Buffer.from(altered));
  await expect(page.getByText('It differs at event 5 (ACTIVITY_TASK_SCHEDULED).')).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText('Today’s code would schedule recordState.')).toBeVisible();
  await upload(Buffer.from('['.repeat(10_000_000)));
  await expect(page.getByText('The file is nested too deeply.')).toBeVisible({ timeout: 120_000 });
});
