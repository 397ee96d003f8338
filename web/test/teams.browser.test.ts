import type { Locator, Page } from '@playwright/test';
import { assistant, component, roundRobin } from '../../test/support/autogenComponents.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

const WITH_KEY = component('autogen_ext.models.openai.OpenAIChatCompletionClient', {
  model: 'gpt-4o',
  api_key: 'sk-a-key-of-the-test',
});

const TWO_HELPERS = {
  ...roundRobin([assistant('first', { model_client: WITH_KEY }), assistant('second')]),
  label: 'Two helpers',
};

test.use({ viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

test.describe('the team pages', () => {
  /** The JSON that would be saved. */
  const jsonOf = async (page: Page) =>
    JSON.parse(await page.locator('input[name=config]').inputValue()) as unknown;

  const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'The team as JSON' });

  async function makeTeam(page: Page, template: string, name: string): Promise<string> {
    await page.goto('/teams/new');
    await page.getByRole('link', { name: `Use this template: ${template}` }).click();
    await page.getByLabel('Name of the team').fill(name);
    await page.getByRole('button', { name: 'Create team' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    return page.url().split('/').at(-1) ?? '';
  }

  /** The controls of the graph whose text is cut off, or that overlap their neighbour. */
  const cutOrCovered = async (page: Page) =>
    page.evaluate(() => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>(
          'fieldset ol :is(input, select, button):is([data-place], [aria-label])',
        ),
      ].filter((control) => control.checkVisibility());
      const boxes = controls.map((control) => control.getBoundingClientRect());
      return controls.flatMap((control, index) => {
        const [box, next] = [boxes[index], boxes[index + 1]];
        const isCovered =
          box !== undefined &&
          next !== undefined &&
          box.right > next.left + 1 &&
          next.right > box.left + 1 &&
          box.bottom > next.top + 1 &&
          next.bottom > box.top + 1;
        const isCut = control.scrollWidth > control.clientWidth + 1 || (box?.width ?? 0) < 36;
        return isCovered || isCut ? [control.outerHTML] : [];
      });
    });

  test('a graph flow is created from its template, and drawn', async ({ page, world }) => {
    await page.goto('/teams');
    const complaints = watchConsole(page);
    await page.getByRole('link', { name: 'New team' }).click();
    const id = await makeTeam(page, 'Release review', 'Our release notes');

    const drawing = page.locator('.react-flow');
    await expect(drawing.getByText('drafter', { exact: true })).toBeVisible();
    await expect(drawing.locator('.react-flow__node')).toHaveCount(5);
    await drawing.getByRole('button', { name: /if the message contains “REVISE”/ }).focus();
    await expect(page.getByRole('tooltip')).toContainText('if the message contains “REVISE”');
    await drawing.getByRole('button', { name: 'Zoom in' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The drawing as text').click();
    await expect(page.getByText('editor → drafter, if the message contains “REVISE”')).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await world.database.teamVersion.count({ where: { teamId: id } })).toBe(1);
  });

  test('the form and its JSON agree; an error is shown at its field; each save is a version', async ({
    page,
    world,
  }) => {
    await page.goto('/teams');
    const complaints = watchConsole(page);
    const id = await makeTeam(page, 'Writers’ room', 'Our room');
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(editor(page)).toBeVisible();

    // The form's change is in the JSON.
    const first = page.locator('summary').filter({ hasText: 'writer' });
    await first.click();
    await page.getByLabel('System message').first().fill('Write in short sentences.');
    expect(await jsonOf(page)).toMatchObject({
      participants: [{ systemMessage: 'Write in short sentences.' }, {}],
    });
    await expect(editor(page).getByText('"Write in short sentences."')).toBeVisible();

    // The JSON's change is in the form.
    await editor(page).getByText('"round_robin"').dblclick();
    await page.keyboard.type('no_such_pattern');
    await expect(page.getByText('1 problem to fix').first()).toBeVisible();
    const pattern = page.getByLabel('Pattern');
    await expect(pattern).toHaveValue('no_such_pattern');
    await expect(pattern).toHaveAttribute('aria-invalid', 'true');
    await pattern.selectOption('Selector');
    await expect(editor(page).getByText('"selector"')).toBeVisible();

    // An error is shown at its field, in the summary and in the JSON.
    const name = page.getByLabel('Name', { exact: true }).first();
    await name.fill('not a name');
    await expect(page.getByText('$.participants[0].name')).toBeVisible();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
    await page.getByRole('button', { name: /^line \d+$/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'The team as JSON',
    );
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    expect(await world.database.teamVersion.count({ where: { teamId: id } })).toBe(1);
    await name.fill('author');

    // The server parses expressions.
    const filter = page.getByLabel('Who may be chosen');
    await filter.fill('name ==');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(page.getByText('This isn’t a valid CEL expression').first()).toBeVisible();
    await expect(filter).toHaveAttribute('aria-invalid', 'true');
    await filter.fill('name != "critic"');
    await page.getByLabel('What is new (optional)').fill('A model chooses');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(page.getByText('Version 2 saved.')).toBeVisible();

    // The difference, and the old one again.
    await page.getByRole('link', { name: 'Compare' }).click();
    await expect(page.locator('.cm-merge-b').getByText('"author"')).toBeVisible();
    await expect(page.locator('.cm-merge-a').getByText('"writer"').first()).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.goto(`/teams/${id}/versions/1`);
    await page.getByRole('button', { name: 'Restore as version 3' }).click();
    await expect(page.getByText('Version 3 saved.')).toBeVisible();
    const versions = await world.database.teamVersion.findMany({
      where: { teamId: id },
      orderBy: { version: 'asc' },
    });
    expect(versions.map(({ note }) => note)).toEqual(['', 'A model chooses', 'Version 1 again']);
    expect(versions[2]?.config).toEqual(versions[0]?.config);
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  });

  test('how a model is called is chosen in the form, and what is left open stays out of the JSON', async ({
    page,
  }) => {
    await page.goto('/teams');
    const complaints = watchConsole(page);
    await makeTeam(page, 'Writers’ room', 'A room with a gateway');
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(editor(page)).toBeVisible();
    await page.locator('summary').filter({ hasText: 'writer' }).click();
    await page.getByLabel('Model', { exact: true }).first().selectOption('Another one');
    const dialect = page.getByLabel('Whose Chat Completions').first();
    const stream = page.getByLabel('How answers arrive').first();
    const client = async () => {
      const { participants } = (await jsonOf(page)) as { participants: { model: object }[] };
      return participants[0]?.model;
    };
    expect(await client()).not.toHaveProperty('dialect');
    expect(await client()).not.toHaveProperty('stream');

    await dialect.selectOption('vLLM');
    await stream.selectOption('Whole');
    expect(await client()).toMatchObject({ dialect: 'vllm', stream: false });
    await stream.selectOption('In pieces');
    expect(await client()).toMatchObject({ dialect: 'vllm', stream: true });
    await stream.selectOption('In pieces, unless the provider refuses that');
    expect(await client()).not.toHaveProperty('stream');

    // Only Chat Completions has dialects.
    await page.getByLabel('API', { exact: true }).first().selectOption('Anthropic’s Messages');
    expect(await client()).toMatchObject({ provider: 'anthropic_messages' });
    expect(await client()).not.toHaveProperty('dialect');
    await expect(dialect).toHaveCount(0);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a graph is drawn while it is edited, and leads to its fields', async ({ page }) => {
    await page.goto('/teams/new?template=release-review');
    const complaints = watchConsole(page);
    const drawing = page.locator('.react-flow');
    const hasFocus = (path: (string | number)[], timeout: number) =>
      page.waitForFunction(
        (place) => document.activeElement?.getAttribute('data-place') === place,
        JSON.stringify(path),
        { timeout },
      );
    // Both are loaded lazily, and the drawing is scrolled into view last: a click during that movement is lost; a
    // person would click again.
    await expect(editor(page)).toBeVisible();
    const clickTo = async (target: Locator, path: (string | number)[]) => {
      await target.click();
      const wentThere = await hasFocus(path, 5_000).catch(() => null);
      if (wentThere !== null) return;
      await target.click();
      await hasFocus(path, 30_000);
    };
    await clickTo(drawing.getByText('“REVISE”'), ['pattern', 'nodes', 3, 'edges', 0, 'target']);
    await clickTo(drawing.locator('.react-flow__node', { hasText: 'accuracy' }), [
      'pattern',
      'nodes',
      1,
      'name',
    ]);
    await drawing.locator('.react-flow__node', { hasText: 'publisher' }).focus();
    await page.keyboard.press('Enter');
    await hasFocus(['pattern', 'nodes', 4, 'name'], 30_000);

    // A new name is applied to the edges, and drawn.
    await page.locator('summary').filter({ hasText: 'editor' }).first().click();
    await page.locator('[data-place=\'["participants",3,"name"]\']').fill('chief');
    await expect(drawing.getByText('chief', { exact: true })).toBeVisible();
    await expect(drawing.getByText('editor', { exact: true })).toHaveCount(0);
    await expect(page.getByText(/problems? to fix/)).toHaveCount(0);

    // A graph that is not valid yet is drawn as far as possible.
    await editor(page).getByText('"clarity"').first().dblclick();
    await page.keyboard.type('nobody');
    await expect(drawing.getByText('No such node')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(drawing.getByText('No such node')).toHaveCount(0);

    // No control of an edge is cut off or overlaps another.
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sidewaysOverflowPx(page)).toBe(0);
      expect(await cutOrCovered(page)).toEqual([]);
    }
    expect(await findAxeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('an inner team has a team’s form, and its errors lead there', async ({ page }) => {
    await page.goto('/teams/new');
    await expect(page.getByText('Society of mind', { exact: true })).toBeVisible();
    await expect(page.getByText('Nested team', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Use this template: Advisory board' }).click();
    await expect(editor(page)).toBeVisible();
    await page.setViewportSize({ width: 320, height: 800 });
    const complaints = watchConsole(page);
    await page.locator('summary').filter({ hasText: 'board' }).click();
    const fold = page.locator('summary').filter({ hasText: 'Its team' });
    await fold.click();
    await expect(page.getByText('You are in:')).toBeVisible();

    // The form's change is in the JSON, at the inner team.
    await page
      .getByRole('group', { name: 'Who speaks next in board' })
      .getByLabel('Pattern')
      .selectOption('Selector');
    expect(await jsonOf(page)).toMatchObject({
      pattern: { kind: 'round_robin' },
      participants: [{ team: { pattern: { kind: 'selector' } } }, {}],
    });
    await page
      .getByRole('group', { name: 'Participants in board' })
      .locator('summary')
      .filter({ hasText: 'skeptic' })
      .click();
    const path = JSON.stringify(['participants', 0, 'team', 'participants', 1, 'name']);
    const name = page.locator(`[data-place='${path}']`);
    await name.fill('doubter');
    expect(await jsonOf(page)).toMatchObject({
      participants: [{ team: { termination: { conditions: [{ sources: ['doubter'] }, {}] } } }, {}],
    });
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await sidewaysOverflowPx(page)).toBe(0);

    // The JSON's change is in the form; an issue leads to its field through folded sections and the hidden pane.
    await page.locator('summary').filter({ hasText: 'board' }).first().click();
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    const text = (await page.locator('input[name=config]').inputValue()).replace(
      '"name": "doubter"',
      '"name": "no name"',
    );
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
    await page.getByRole('button', { name: '$.participants[0].team.participants[1].name' }).click();
    await page.waitForFunction((place) => document.activeElement?.getAttribute('data-place') === place, path);
    await expect(name).toHaveValue('no name');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    // The style that Chromium inserts when the test tells it to is refused by the policy.
    expect(complaints.filter((complaint) => !complaint.startsWith('Applying inline style'))).toEqual([]);
  });

  test('what somebody else has saved meanwhile is not overwritten', async ({ page, openPage, world }) => {
    await page.goto('/teams');
    const id = await makeTeam(page, 'Assistant with tools', 'Contested');
    const [mine, theirs] = await Promise.all([openPage(), openPage()]);
    for (const each of [mine, theirs]) await each.goto(`/teams/${id}/edit`);
    for (const [editing, text] of [
      [theirs, 'Theirs'],
      [mine, 'Mine'],
    ] as const) {
      await expect(editor(editing)).toBeVisible();
      await editing.getByLabel('Description').first().fill(text);
      await editing.getByRole('button', { name: 'Save as a new version' }).click();
      if (editing === theirs) await expect(editing.getByText('Version 2 saved.')).toBeVisible();
    }
    await expect(mine.getByText('Ada Lovelace saved version 2 in the meantime')).toBeVisible();
    expect(await jsonOf(mine)).toMatchObject({ description: 'Mine' });
    expect(await world.database.teamVersion.count({ where: { teamId: id } })).toBe(2);
  });

  test('an AutoGen file is examined first, listing what can’t be carried over', async ({ page, world }) => {
    await page.goto('/teams/import');
    await page.getByLabel('Choose a JSON file').setInputFiles({
      name: 'team.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(TWO_HELPERS)),
    });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(page.getByText('1 team found')).toBeVisible();
    await expect(page.getByText('$.config.participants[0].config.model_client.config.api_key')).toBeVisible();
    expect(await page.content()).not.toContain('sk-a-key-of-the-test');
    expect(await world.database.team.count({ where: { name: 'Two helpers' } })).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Two helpers' })).toBeVisible();
    const { config } = await world.database.teamVersion.findFirstOrThrow({
      where: { team: { name: 'Two helpers' } },
    });
    expect(JSON.stringify(config)).not.toContain('sk-a-key-of-the-test');

    await page.getByRole('link', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download for AutoGen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('two-helpers-v1.autogen.json');
  });

  test('a file that can’t be imported is refused, each reason with its location', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto('/teams/import');
    await page
      .getByLabel('… or paste its content')
      .fill(JSON.stringify(roundRobin([assistant('twin'), assistant('twin')])));
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(page.getByText('This can’t be imported')).toBeVisible();
    await expect(page.getByText('$.config.participants[1].config.name')).toBeVisible();
    await page.getByLabel('… or paste its content').fill('{"provider": ');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(page.getByText('This isn’t valid JSON').first()).toBeVisible();
  });

  test('without JavaScript a team is edited as its JSON, and shown again with its errors', async ({
    openPage,
  }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto('/teams/new?template=blank');
    const json = page.getByLabel('The team as JSON');
    const text = await json.inputValue();
    await page.getByLabel('Name of the team').fill('Plain');
    await json.fill(text.replace('"assistant"', '"no name"'));
    await page.getByRole('button', { name: 'Create team' }).click();
    await expect(page.getByText('$.participants[0].name')).toBeVisible();
    await expect(json).toHaveValue(/"no name"/);
    await json.fill(text);
    await page.getByRole('button', { name: 'Create team' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Plain' })).toBeVisible();

    await page.getByRole('link', { name: 'Edit' }).click();
    await json.fill(text.replace('"Helps."', '"Helps much."'));
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(page.getByText('Version 2 saved.')).toBeVisible();
    await page.getByRole('link', { name: 'Compare' }).click();
    await expect(page.getByText('"description": "Helps much."')).toBeVisible();
  });

  test('a team can be tried at once', async ({ page, world, model }) => {
    model.script(text('It rains.\nIt rained.'));
    await page.goto('/teams');
    await page.getByRole('link', { name: 'Writer and editor', exact: true }).click();
    await page.getByLabel('Task').fill('Two lines about rain.');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    await expect(page.locator('[data-status="draft"]')).toContainText('It rained.');
    expect(await world.database.conversation.count({ where: { title: 'Two lines about rain.' } })).toBe(1);
  });

  test('a team can be archived and put back', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto('/teams');
    await page.getByRole('link', { name: 'Research desk', exact: true }).click();
    await page.getByRole('button', { name: 'Archive this team' }).click();
    await expect(page.getByText('Team archived.')).toBeVisible();
    await page.goto('/teams');
    await expect(page.getByRole('link', { name: 'Research desk', exact: true })).toHaveCount(0);
    await page.getByRole('link', { name: '1 archived team' }).click();
    await page.getByRole('link', { name: 'Research desk', exact: true }).click();
    await page.getByRole('button', { name: 'Restore this team' }).click();
    await expect(page.getByText('Team restored.')).toBeVisible();
  });

  test('a version that can’t be read breaks no page, and can be removed', async ({ page, world }) => {
    const { id: projectId } = await world.database.project.findFirstOrThrow();
    const config = { from: 'the future' };
    const { id } = await world.database.team.create({
      data: {
        projectId,
        name: 'From the future',
        versions: { create: { projectId, version: 1, description: '', config } },
      },
    });
    await page.goto('/teams');
    await expect(page.getByText('Can’t be read')).toBeVisible();
    await page.goto('/conversations/new');
    await expect(page.getByRole('radio', { name: 'From the future' })).toHaveCount(0);
    await page.goto(`/teams/${id}`);
    await expect(page.getByText('Version 1 can’t be read')).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    const raw = await page.request.get(`${world.url}/teams/${id}/versions/1/download?format=raw`);
    expect(await raw.json()).toEqual(config);
  });
});
