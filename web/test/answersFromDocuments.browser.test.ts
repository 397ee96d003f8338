import type { Locator, Page } from '@playwright/test';
import { makePdf } from '../../test/support/documents.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { openProduct, type Product } from './support/product.ts';
import { addTeam } from './support/teamRows.ts';

// Its own world: its worker has a server that embeds.
test.use({ environment: { EMBEDDING_MODEL: 'demo' } });

const LEAVE = 'Everybody has thirty days of annual leave.';
const PDF = makePdf(
  [
    [{ words: 'Handbook', height: 24 }, { words: '' }, { words: 'Welcome to the house and its rules.' }],
    [{ words: 'Leave', height: 18 }, { words: '' }, { words: LEAVE }],
    [{ words: 'Printers', height: 18 }, { words: '' }, { words: 'The printer stands on the second floor.' }],
  ],
  { title: 'Handbook' },
);
const ANSWER = 'You have thirty days [1], and the printer is yours [7].';
const TEAM = 'Reader of the handbook';

test.describe('answers from documents', () => {
  // The later ones look at what the first has made.
  test.describe.configure({ mode: 'serial' });
  let embeddings: EmbeddingServer;
  let product: Product;
  test.beforeAll(async ({ world, temporal }) => {
    embeddings = await startEmbeddingServer();
    product = await openProduct(world.database, temporal, { EMBEDDING_BASE_URL: embeddings.baseUrl });
    await addTeam(
      world.database,
      TEAM,
      team({ participants: [agent({ name: 'reader', description: 'Reads.' })], maxTurns: 1 }),
    );
  });
  test.afterAll(async () => {
    await product.close();
    await embeddings.close();
  });

  const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'The team as JSON' });
  const openKnowledge = async (page: Page): Promise<Locator> => {
    await expect(editor(page)).toBeVisible();
    await page.locator('summary').filter({ hasText: 'reader' }).first().click();
    return page.getByRole('group', { name: 'Knowledge', exact: true });
  };

  test('a PDF is brought in, a team is given it in the editor, and an answer leads to the words it cites', async ({
    page,
  }) => {
    const complaints = watchConsole(page);
    await page.goto('/knowledge');
    await page.getByLabel('Name').fill('handbook');
    await page.getByRole('button', { name: 'Create collection' }).click();
    await page
      .getByLabel('Files')
      .setInputFiles([{ name: 'handbook.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await page.getByRole('button', { name: 'Bring in' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Handbook' })).toContainText('Ready');

    await page.goto('/teams');
    await page.getByRole('link', { name: TEAM, exact: true }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const knowledge = await openKnowledge(page);
    await knowledge.getByRole('button', { name: 'Add a look-up' }).click();
    await expect(knowledge.getByRole('checkbox', { name: 'handbook' })).toBeChecked();
    await knowledge.getByLabel('Passages at most').fill('1');
    await knowledge.getByLabel('Weight of meaning').fill('0.5');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(page.getByText('Before each answer, up to 1 passage from handbook.')).toBeVisible();
    await expect(page.getByText('Meaning weighs 0.5, words 0.5.')).toBeVisible();

    product.model.script(text(ANSWER));
    await startInBrowser(page, TEAM, 'How many days of annual leave are there?');
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    const answer = page.locator('li[id^="message-"]').filter({ hasText: 'You have thirty days' });
    await expect(answer.locator('.citation-unknown')).toHaveText('[7]');
    await answer.getByText('Looked up in handbook: 1 passage').click();
    await expect(answer.getByRole('blockquote')).toHaveText('How many days of annual leave are there?');
    await expect(answer.getByRole('link', { name: /^Handbook · page 2/ })).toHaveAttribute(
      'href',
      /\/knowledge\/.*version=1&from=\d+&to=\d+/,
    );
    await expect(answer.getByText(/^Score /)).toHaveCount(1);
    const requests = product.model.requests.map(({ rawBody }) => rawBody);
    expect(requests.at(-1)).toContain(LEAVE);

    await answer.getByRole('link', { name: /^Passage 1: Handbook · page 2/ }).click();
    await expect(page.getByText('The cited words are marked.')).toBeVisible();
    await expect(page.locator('mark', { hasText: LEAVE })).toBeInViewport();
    expect(complaints).toEqual([]);
  });

  test('the editor warns of a collection that there is none of, and of a tool that leaves no round to answer', async ({
    page,
    world,
  }) => {
    const name = 'Asks by itself';
    await addTeam(
      world.database,
      name,
      team({
        participants: [
          agent({
            name: 'reader',
            knowledge: [{ collections: ['handbook', 'minutes'], how: 'before_each_answer', count: 6 }],
          }),
        ],
        maxTurns: 1,
      }),
    );
    await page.goto('/teams');
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const warnings = page.getByRole('status').filter({ hasText: 'won’t work' });
    await expect(warnings).toContainText('The project has no collection named minutes.');
    const knowledge = await openKnowledge(page);
    await knowledge.locator('summary').filter({ hasText: 'handbook, minutes' }).click();
    await expect(knowledge.getByText('The project has none named minutes.')).toBeVisible();
    await knowledge.getByRole('checkbox', { name: 'minutes' }).click();
    await expect(knowledge.getByText('The project has none named minutes.')).toBeHidden();

    await knowledge
      .getByLabel('When it looks something up')
      .selectOption({ label: 'When its model asks, with a tool' });
    await expect(knowledge.getByText('has no round left to answer')).toBeVisible();
    await expect(warnings).toContainText('has no round left to answer with it');
    await knowledge.getByLabel('Name of the tool').fill('search_handbook');
    await knowledge.getByLabel('Only passages with this metadata').fill('{ "year": 2026 }');
    await knowledge.getByLabel('Least likeness').fill('2');
    await expect(knowledge.getByText('Must be at most 1; lower it')).toBeVisible();
    await knowledge.getByLabel('Least likeness').fill('');
    await page.locator('summary').filter({ hasText: 'Context, memory' }).click();
    await page.getByLabel('Rounds of tool calls per turn').fill('2');
    await expect(warnings).toBeHidden();

    await knowledge.getByRole('button', { name: 'Add a look-up' }).click();
    await knowledge.getByRole('button', { name: 'Remove look-up 2' }).click();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(
      page.getByText('When its model calls search_handbook, up to 6 passages from handbook.'),
    ).toBeVisible();
    await expect(page.getByText('Only with the metadata {"year":2026}.')).toBeVisible();
    const { config } = await world.database.teamVersion.findFirstOrThrow({
      where: { team: { name } },
      orderBy: { version: 'desc' },
    });
    expect(config).toMatchObject({
      participants: [
        {
          knowledge: [
            {
              collections: ['handbook'],
              how: 'tool',
              count: 6,
              toolName: 'search_handbook',
              filter: { year: 2026 },
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(config)).not.toContain('threshold');
  });

  for (const [colorScheme, locale] of [
    ['light', 'en-US'],
    ['dark', 'zh-CN'],
  ] as const)
    test(`reads well, ${colorScheme}, ${locale}`, async ({ openPage, world }, testInfo) => {
      const { id } = await world.database.conversation.findFirstOrThrow();
      const { id: teamId } = await world.database.team.findFirstOrThrow({ where: { name: TEAM } });
      const page = await openPage({ colorScheme, locale, reducedMotion: 'reduce' });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`/conversations/${id}`);
        await page.locator('li[id^="message-"] summary').click();
        await expect(page.getByRole('blockquote')).toBeVisible();
        expect(await findAxeViolations(page)).toEqual([]);
        await page.screenshot({
          path: testInfo.outputPath(`conversation-${String(width)}.png`),
          fullPage: true,
        });
        expect(await sidewaysOverflowPx(page)).toBe(0);

        await page.locator('a.citation').first().click();
        await expect(page.locator('mark').first()).toBeInViewport();
        expect(await findAxeViolations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`document-${String(width)}.png`) });

        await page.goto(`/teams/${teamId}`);
        expect(await findAxeViolations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`team-${String(width)}.png`), fullPage: true });

        await page.goto(`/teams/${teamId}/edit`);
        await page.locator('summary').filter({ hasText: 'reader' }).first().click();
        await page.locator('summary').filter({ hasText: 'handbook' }).first().click();
        await expect(page.getByRole('checkbox', { name: 'handbook' })).toBeVisible();
        expect(await findAxeViolations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`editor-${String(width)}.png`), fullPage: true });
        expect(await sidewaysOverflowPx(page)).toBe(0);
      }
    });
});
