import { expect, test } from './support/browserTest.ts';
import { addDocument, citationOf } from './support/knowledgeDocument.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

// Its own world: it counts collections.
test.use({ environment: { EMBEDDING_MODEL: 'demo' } });

const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

const LEAVE = 'Everybody has thirty days of leave.';
const TEXT = `# Work\n\n## Holidays\n\n${LEAVE}\n\nAsk for them in time.\n`;
const PASSAGES = [
  { from: TEXT.indexOf('Everybody'), to: TEXT.indexOf('\n\nAsk'), headingPath: ['Work', 'Holidays'] },
  { from: TEXT.indexOf('Ask'), to: TEXT.length - 1, page: 2, headingPath: ['Work', 'Holidays'] },
];
const MARK = `from=${String(TEXT.indexOf('thirty days'))}&to=${String(TEXT.indexOf(' of leave'))}`;

/** The project that the signed-in owner is in. */
const projectOf = async (database: { project: { findFirstOrThrow: () => Promise<{ id: string }> } }) =>
  (await database.project.findFirstOrThrow()).id;

test.describe('knowledge', () => {
  for (const scripts of [true, false])
    test(`makes a collection, and deletes it (scripts: ${String(scripts)})`, async ({ openPage, world }) => {
      const page = await openPage({ javaScriptEnabled: scripts });
      const complaints = watchConsole(page);
      const name = `Handbook ${String(scripts)}`;
      await page.goto('/knowledge');
      await expect(page.getByText('No collections yet')).toBeVisible();
      await page.getByRole('button', { name: 'Create collection' }).click();
      await expect(page.getByText('Name the collection after what its documents are about.')).toBeVisible();
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Description').fill('What everybody is asked.');
      await page.getByRole('button', { name: 'Create collection' }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(page.getByText('demo · 1,536 dimensions')).toBeVisible();
      await expect(page.getByText('No documents yet')).toBeVisible();

      await page.goto('/knowledge');
      await page.getByLabel('Name').fill(name);
      await page.getByRole('button', { name: 'Create collection' }).click();
      await expect(page.getByText('There is already a collection with this name.')).toBeVisible();

      await page.getByRole('link', { name }).click();
      await page.getByRole('button', { name: 'Delete collection' }).click();
      if (scripts) {
        const dialog = page.getByRole('alertdialog');
        await expect(dialog.getByText('0 documents and 0 passages are deleted')).toBeVisible();
        await dialog.getByRole('button', { name: 'Keep it' }).click();
        await expect(dialog).toBeHidden();
        await page.getByRole('button', { name: 'Delete collection' }).click();
        await dialog.getByRole('button', { name: 'Delete it all' }).click();
      }
      await expect(page.getByText(`The collection ${name} has been deleted.`)).toBeVisible();
      await expect(page.getByText('No collections yet')).toBeVisible();
      const actions = await world.database.auditEvent.findMany({
        where: { subjectType: 'collection', detail: { path: ['name'], equals: name } },
        select: { action: true },
        orderBy: { createdAt: 'asc' },
      });
      expect(actions.map(({ action }) => action)).toEqual(['collection.create', 'collection.delete']);
      expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
    });

  test('shows a document as it was cut, marks cited words, and says where a version is gone', async ({
    page,
    world,
  }) => {
    const projectId = await projectOf(world.database);
    const title = 'Holidays';
    const { collectionId, documentId } = await addDocument(world.database, projectId, {
      collection: 'Cited',
      title,
      text: TEXT,
      passages: PASSAGES,
    });
    const path = `/knowledge/${collectionId}/documents/${documentId}`;
    await page.goto(`/knowledge/${collectionId}`);
    const row = page.getByRole('row').filter({ hasText: title });
    await expect(row).toContainText('Markdown');
    await expect(row).toContainText('Ready');
    await row.getByRole('link', { name: title }).click();
    const text = page.getByRole('region', { name: 'Text' });
    await expect(text.getByText('Passage 1')).toBeVisible();
    await expect(text.getByText('Work › Holidays').first()).toBeVisible();
    await expect(text.getByText('Page 2')).toBeVisible();

    await page.goto(`${path}?version=1&${MARK}`);
    await expect(page.locator('mark')).toHaveText('thirty days');
    await expect(page.locator('mark')).toBeInViewport();

    const changed = TEXT.replace('thirty', 'thirty-one');
    await addDocument(world.database, projectId, {
      collection: 'Cited',
      title,
      text: changed,
      passages: [{ from: 0, to: changed.length }],
    });
    await page.goto(`${path}?version=1&${MARK}`);
    await expect(page.locator('mark')).toHaveText('thirty days');
    await expect(page.getByText('Searches find version 2')).toBeVisible();
    await page.getByRole('link', { name: 'Open version 2' }).click();
    await expect(text.getByText('thirty-one days')).toBeVisible();

    const gone = await page.goto(`${path}?version=7&${MARK}`);
    expect(gone?.status()).toBe(404);
    await expect(page.getByText('Version 7 is gone')).toBeVisible();
    await page.getByRole('link', { name: 'Version 1', exact: true }).click();
    await expect(text.getByText('thirty days')).toBeVisible();

    await page.getByRole('button', { name: 'Delete document' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete it' }).click();
    await expect(page.getByText('Holidays has been deleted.')).toBeVisible();
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByText('This collection has no such document.')).toBeVisible();
  });

  test('shows which conversations cite a document, and leads to their messages', async ({ page, world }) => {
    const { database } = world;
    const projectId = await projectOf(database);
    const brought = { title: 'Asked for', text: TEXT, passages: PASSAGES };
    const document = await addDocument(database, projectId, { ...brought, collection: 'Asked for' });
    const path = `/knowledge/${document.collectionId}/documents/${document.documentId}`;
    await page.goto(path);
    await expect(page.getByText('0 conversations cite this document.')).toBeVisible();

    const made = await database.team.create({
      data: {
        projectId,
        name: 'Readers',
        versions: { create: { projectId, version: 1, description: '', config: {} } },
      },
      include: { versions: true },
    });
    const { id } = await database.conversation.create({
      data: {
        projectId,
        teamVersionId: made.versions[0]?.id ?? '',
        title: 'How much leave is there?',
        idempotencyKey: 'cites',
        state: 'finished',
        messages: {
          create: {
            ...{ projectId, seq: 1, turn: 1, source: 'reader', type: 'TextMessage', writtenBy: 'test' },
            ...{ content: 'Thirty days [1].', revision: 1n, position: 1n },
            citations: JSON.parse(JSON.stringify(citationOf(document))) as object,
          },
        },
      },
    });
    await page.goto(path);
    await expect(page.getByText('1 conversation cites this document.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'How much leave is there?' })).toBeVisible();
    const message = page.getByRole('link', { name: 'reader, message 1' });
    await expect(message).toHaveAttribute('href', `/conversations/${id}#message-1`);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('brings words into sight that stand far down in a long text', async ({ page, world }) => {
    const projectId = await projectOf(world.database);
    const text = `${'A line that nobody has asked for.\n'.repeat(3_000)}Here it is.\n`;
    const { collectionId, documentId } = await addDocument(world.database, projectId, {
      collection: 'Long',
      title: 'Long',
      text,
      passages: Array.from({ length: 300 }, (_, index) => ({ from: index * 340, to: (index + 1) * 340 })),
    });
    const from = text.indexOf('Here');
    const path = `/knowledge/${collectionId}/documents/${documentId}`;
    await page.goto(`${path}?version=1&from=${String(from)}&to=${String(from + 10)}`);
    await expect(page.locator('mark')).toHaveText('Here it is');
    await expect(page.locator('mark')).toBeInViewport();
    await page.getByRole('link', { name: 'Previous' }).click();
    await expect(page.getByText('The cited words are on another page of the text.')).toBeVisible();
    await page.getByRole('link', { name: 'Go to them' }).click();
    await expect(page.locator('mark')).toBeInViewport();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const locale of ['en-US', 'zh-CN'])
      test(`has no axe violation and nothing to the side, ${colorScheme}, ${locale}`, async ({
        openPage,
        world,
      }, testInfo) => {
        const { collectionId, documentId } = await addDocument(
          world.database,
          await projectOf(world.database),
          { collection: 'Looked at', title: 'Holidays', text: TEXT, passages: PASSAGES },
        );
        const page = await openPage({ colorScheme, locale, reducedMotion: 'reduce' });
        const complaints = watchConsole(page);
        const document = `/knowledge/${collectionId}/documents/${documentId}`;
        const paths = {
          collections: '/knowledge',
          collection: `/knowledge/${collectionId}`,
          document: `${document}?version=1&${MARK}`,
          gone: `${document}?version=9`,
        };
        for (const [name, path] of Object.entries(paths)) {
          for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
            await page.setViewportSize(viewport);
            await page.goto(path);
            await page.waitForLoadState('networkidle');
            expect({ name, viewport, found: await findAxeViolations(page) }).toMatchObject({ found: [] });
            await page.screenshot({ path: testInfo.outputPath(`${name}-${String(viewport.width)}.png`) });
          }
          await page.setViewportSize(NARROWEST);
          expect(await sidewaysOverflowPx(page)).toBe(0);
        }
        expect(complaints.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
      });
});
