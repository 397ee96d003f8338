import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { startHeldPages } from '../../test/support/heldPages.ts';
import { expect, test } from './support/browserTest.ts';
import {
  findAxeViolations,
  reloadUntilVisible,
  sidewaysOverflowPx,
  watchConsole,
} from './support/pageChecks.ts';
import { openProduct, type Product } from './support/product.ts';

// Its own world: its worker has a server that embeds.
test.use({ environment: { EMBEDDING_MODEL: 'demo' } });

const LEAVE = '# Leave\n\nEverybody has thirty days of leave.\n';
// Larger than the forms of other pages may be.
const DAMAGED = `%PDF-1.7\n${'nothing of a PDF\n'.repeat(120_000)}`;
const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

test.describe('bringing documents in', () => {
  let embeddings: EmbeddingServer;
  let product: Product;
  test.beforeAll(async ({ world, temporal }) => {
    embeddings = await startEmbeddingServer();
    product = await openProduct(world.database, temporal, { EMBEDDING_BASE_URL: embeddings.baseUrl });
  });
  test.afterAll(async () => {
    await product.close();
    await embeddings.close();
  });

  for (const scripts of [true, false])
    test(`lists what was read, and says why something was not (scripts: ${String(scripts)})`, async ({
      openPage,
      world,
    }, testInfo) => {
      const page = await openPage({ javaScriptEnabled: scripts });
      const complaints = watchConsole(page);
      await page.goto('/knowledge');
      await page.getByLabel('Name').fill(`Handbook ${String(scripts)}`);
      await page.getByRole('button', { name: 'Create collection' }).click();

      await page.getByRole('button', { name: 'Bring in' }).click();
      await expect(page.getByText('Choose at least one file, or enter an address.')).toBeVisible();
      await page.getByLabel('Web addresses').fill('handbook');
      await page.getByRole('button', { name: 'Bring in' }).click();
      await expect(page.getByText('“handbook” is not a web address.')).toBeVisible();

      await page.getByLabel('Web addresses').fill('');
      await page.getByLabel('Files').setInputFiles([file('leave.md', LEAVE), file('broken.pdf', DAMAGED)]);
      await page.getByRole('button', { name: 'Bring in' }).click();
      const imports = page.getByRole('region', { name: 'Documents being brought in' });
      const finished = imports.getByText('Finished · 2 of 2 done');
      await (scripts
        ? expect(finished).toBeVisible({ timeout: 60_000 })
        : reloadUntilVisible(page, finished));
      const broken = imports.getByRole('listitem').filter({ hasText: 'broken.pdf' });
      await expect(broken).toContainText('Failed');
      await expect(broken).toContainText(
        'It is damaged. Save it again in its own program, and bring that in.',
      );
      const row = page.getByRole('row').filter({ hasText: 'leave.md' });
      await expect(row).toContainText('Ready');

      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        if (scripts) expect(await findAxeViolations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`imports-${String(width)}.png`), fullPage: true });
      }
      if (scripts) {
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await sidewaysOverflowPx(page)).toBe(0);
      }

      await imports.getByRole('button', { name: 'Try the failed ones again' }).click();
      await expect
        .poll(() => world.database.knowledgeImport.count({ where: { run: 1, state: 'finished' } }), {
          timeout: 60_000,
        })
        .toBe(scripts ? 1 : 2);
      await reloadUntilVisible(page, finished);

      await row.getByRole('link').first().click();
      const text = page.getByRole('region', { name: 'Text' });
      await expect(text.getByText('Passage 1')).toBeVisible();
      await expect(text.getByText('Everybody has thirty days of leave.')).toBeVisible();
      expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
    });

  test('is paused, resumed, and tried again from the page', async ({ page }) => {
    const pages = await startHeldPages();
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    await page.goto('/knowledge');
    await page.getByLabel('Name').fill('Paused');
    await page.getByRole('button', { name: 'Create collection' }).click();
    await page.getByLabel('Web addresses').fill(names.map(pages.address).join('\n'));
    await page.getByRole('button', { name: 'Bring in' }).click();
    const imports = page.getByRole('region', { name: 'Documents being brought in' });
    await expect(imports.getByText('Running · 0 of 6 done')).toBeVisible();
    await expect.poll(() => pages.asked()).toBe(4);
    await imports.getByRole('button', { name: 'Pause' }).click();
    await expect(imports.getByText('Paused · 0 of 6 done')).toBeVisible();

    pages.open(['two']);
    await expect(imports.getByText('Paused · 4 of 6 done')).toBeVisible();
    await expect(imports.getByRole('listitem').filter({ hasText: 'five' })).toContainText('Waiting');
    await imports.getByRole('button', { name: 'Resume' }).click();
    await expect(imports.getByText('Finished · 6 of 6 done')).toBeVisible();
    await expect(imports.getByRole('listitem').filter({ hasText: 'two' })).toContainText(
      'The server refuses it',
    );

    pages.open();
    await imports.getByRole('button', { name: 'Try the failed ones again' }).click();
    await expect(imports).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: 'Ready' })).toHaveCount(6);
    await pages.close();
  });

  test('is cancelled from the page', async ({ page, world }) => {
    await product.stopWorker();
    await page.goto('/knowledge');
    await page.getByLabel('Name').fill('Cancelled');
    await page.getByRole('button', { name: 'Create collection' }).click();
    await page.getByLabel('Files').setInputFiles([file('leave.md', LEAVE)]);
    await page.getByRole('button', { name: 'Bring in' }).click();
    const imports = page.getByRole('region', { name: 'Documents being brought in' });
    await expect(imports.getByText('Starting · 0 of 1 done')).toBeVisible();
    await imports.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => world.database.auditEvent.count({ where: { action: 'import.cancel' } })).toBe(1);
    await product.startWorker();
    await expect(imports).toBeHidden({ timeout: 60_000 });
    await expect(page.getByText('No documents yet')).toBeVisible();
    expect(await world.database.knowledgeImport.count({ where: { state: 'cancelled' } })).toBe(1);
  });
});
