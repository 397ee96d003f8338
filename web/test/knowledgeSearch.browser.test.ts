import type { Database } from '../../platform/database.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { expect, test } from './support/browserTest.ts';
import { addDocument } from './support/knowledgeDocument.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { openProduct, type Product } from './support/product.ts';

// Its own world: its worker has a server that embeds, and it counts collections.
test.use({ environment: { EMBEDDING_MODEL: 'demo' } });

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

const HOLIDAYS = 'Everybody has thirty days of holiday a year. Ask for them three days before.';
const PRINTER = 'The printer is on the second floor; ask for paper at the desk.';
const QUESTION = 'How many days of holidays do I have?';

/** Two documents in a collection. */
async function addRules(database: Database, collection: string, year: number): Promise<void> {
  const { id: projectId } = await database.project.findFirstOrThrow();
  const named = { collection, metadata: { year } };
  await addDocument(database, projectId, {
    ...named,
    title: 'Holidays',
    text: HOLIDAYS,
    passages: [{ from: 0, to: HOLIDAYS.length, page: 2, headingPath: ['Work', 'Holidays'] }],
  });
  await addDocument(database, projectId, {
    ...named,
    title: 'The printer',
    text: PRINTER,
    passages: [{ from: 0, to: PRINTER.length }],
  });
}

test.describe('the search in documents', () => {
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

  test('leads to the collections where there are none', async ({ page }) => {
    await page.goto('/knowledge');
    await page.getByRole('link', { name: 'Search documents' }).click();
    await page.getByLabel('Question').fill(QUESTION);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByText('There is nothing to search yet')).toBeVisible();
  });

  for (const scripts of [true, false])
    test(`shows passages with the parts of their scores, for settings in the address (scripts: ${String(scripts)})`, async ({
      openPage,
      world,
    }) => {
      const handbook = `Handbook ${String(scripts)}`;
      const archive = `Archive ${String(scripts)}`;
      await addRules(world.database, handbook, 2026);
      // A year of its own: all collections are searched for it, those of the other test among them.
      const year = scripts ? 2019 : 2018;
      await addRules(world.database, archive, year);
      const page = await openPage({ javaScriptEnabled: scripts, viewport: WIDE });
      const complaints = watchConsole(page);
      await page.goto('/knowledge');
      await page.getByRole('link', { name: handbook, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: handbook })).toBeVisible();
      await page.getByRole('link', { name: 'Search documents' }).click();
      await expect(page.getByLabel(handbook)).toBeChecked();
      await expect(page.getByLabel(archive)).not.toBeChecked();

      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(page.getByText('Enter a question.')).toBeVisible();
      await page.getByLabel('Question').fill(QUESTION);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      const results = page.getByRole('region', { name: 'Passages found' });
      await expect(results.getByRole('heading', { name: '2 passages' })).toBeVisible({ timeout: 60_000 });
      const best = results
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') })
        .first();
      await expect(best).toContainText('Work › Holidays');
      await expect(best).toContainText('Page 2');
      await expect(best.locator('mark').first()).toHaveText('days');
      await expect(best.locator('mark').nth(1)).toHaveText('holiday');
      for (const part of ['Score', 'Meaning', 'Words']) {
        await expect(best.getByText(part, { exact: true })).toBeVisible();
      }

      // What was searched stands in the address, and the address says it again.
      const shared = page.url();
      await page.goto('/knowledge');
      await page.goto(shared);
      await expect(page.getByLabel('Question')).toHaveValue(QUESTION);
      await expect(results.getByRole('heading', { name: '2 passages' })).toBeVisible({ timeout: 60_000 });

      if (scripts) {
        await page.getByLabel('Share of meaning, as a slider').fill('0.25');
        await expect(page.getByLabel('Share of meaning', { exact: true })).toHaveValue('0.25');
      } else {
        await page.getByLabel('Share of meaning', { exact: true }).fill('0.25');
      }
      await page.getByLabel(handbook).uncheck();
      await page.getByText('More settings').click();
      await page.getByLabel('Metadata').fill('year');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(page.getByText('“year” is not a pair such as year=2026.')).toBeVisible();
      await expect(page.getByLabel('Share of meaning', { exact: true })).toHaveValue('0.25');
      await page.getByLabel('Metadata').fill(`year=${String(year)}`);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(best.getByRole('link', { name: archive })).toBeVisible({ timeout: 60_000 });
      await expect(results.getByRole('link', { name: handbook })).toHaveCount(0);

      await best.getByRole('link', { name: 'Holidays' }).click();
      await expect(page.locator('mark').first()).toContainText('Everybody has thirty days');
      expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
    });

  test('says what is wrong: a collection that is gone, a model that refuses', async ({ page, world }) => {
    await addRules(world.database, 'Refused', 2026);
    await page.goto('/knowledge/search?q=What&collection=gone');
    await expect(page.getByText('Not in this project: gone.')).toBeVisible();
    embeddings.script(() => ({ status: 401, body: { error: { message: 'Incorrect API key provided.' } } }));
    const refused = await page.goto('/knowledge/search?q=Something+new');
    expect(refused?.status()).toBe(503);
    await expect(page.getByText('The search failed')).toBeVisible();
    await expect(page.getByText('Incorrect API key provided.')).toBeVisible();
    await page.goto('/knowledge/search?q=holidays&threshold=1');
    await expect(page.getByText('Nothing was found')).toBeVisible({ timeout: 60_000 });
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const locale of ['en-US', 'zh-CN'])
      test(`has no axe violation and nothing to the side, ${colorScheme}, ${locale}`, async ({
        openPage,
        world,
      }, testInfo) => {
        const collection = `Looked at ${colorScheme} ${locale}`;
        await addRules(world.database, collection, 2026);
        const page = await openPage({ colorScheme, locale, reducedMotion: 'reduce' });
        const complaints = watchConsole(page);
        const paths = {
          empty: '/knowledge/search',
          found: `/knowledge/search?q=${encodeURIComponent(QUESTION)}&collection=${encodeURIComponent(collection)}&count=5&weight=0.5`,
          wrong: '/knowledge/search?q=x&count=0&filter=year',
          gone: '/knowledge/search?q=x&collection=gone',
        };
        for (const [name, path] of Object.entries(paths)) {
          for (const viewport of [WIDE, PHONE]) {
            await page.setViewportSize(viewport);
            await page.goto(path);
            await page.waitForLoadState('networkidle');
            expect({ name, viewport, found: await findAxeViolations(page) }).toMatchObject({ found: [] });
            const file = `${name}-${String(viewport.width)}.png`;
            await page.screenshot({ path: testInfo.outputPath(file), fullPage: true });
          }
          await page.setViewportSize(NARROWEST);
          expect(await sidewaysOverflowPx(page)).toBe(0);
        }
        expect(complaints.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
      });
});
