import { writeMemoryEntry } from '../../test/support/memoryRows.ts';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

const PHONE = { width: 390, height: 844 };

test.describe('what a team remembers', () => {
  test('is shown, searched, pinned, corrected and deleted by people, with its history', async ({
    page,
    world,
    cli,
  }) => {
    const { id: teamId, projectId } = await world.database.team.findFirstOrThrow({
      where: { name: 'Writer and editor' },
    });
    const complaints = watchConsole(page);
    await page.goto(`/teams/${teamId}`);
    await page.getByRole('link', { name: 'Memory', exact: true }).click();
    await expect(page.getByText('Nothing is remembered yet')).toBeVisible();

    const team = { projectId, teamId };
    await writeMemoryEntry(world.database, team, {
      text: 'Ships go out on Fridays',
      quote: 'we ship on Fridays',
    });
    await writeMemoryEntry(world.database, team, { text: 'Ada prefers cofee', afterDocuments: true });
    await page.reload();
    await expect(page.getByText('“we ship on Fridays”')).toBeVisible();
    await expect(page.getByText('After documents were read')).toBeVisible();

    await page.getByRole('button', { name: 'Pin: Ships go out on Fridays' }).click();
    await expect(page.getByRole('button', { name: 'Unpin: Ships go out on Fridays' })).toBeVisible();
    await page.getByRole('searchbox').fill('cofee');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByText('Ships go out on Fridays')).toBeHidden();

    await page.getByRole('link', { name: 'Edit and history: Ada prefers cofee' }).click();
    await page.getByLabel('Text').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Fill this in.')).toBeVisible();
    await page.getByLabel('Text').fill('Ada prefers coffee');
    await page.getByLabel('Kind').selectOption('preferred');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The entry has been saved.')).toBeVisible();
    const history = page.getByRole('list').filter({ hasText: 'Ada prefers cofee' });
    await expect(history.getByRole('listitem').first()).toContainText('Edited by');

    expect(await cli.run('memory', 'list', teamId).ended).toContain('Ada prefers coffee');

    await page.getByRole('button', { name: 'Delete entry' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete it' }).click();
    await expect(page.getByText('The entry has been deleted.')).toBeVisible();
    await expect(page.getByText('Ada prefers coffee')).toBeHidden();
    expect(complaints).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`fits a phone and breaks no rule of axe in the ${colorScheme} theme, in both languages`, async ({
      openPage,
      world,
    }) => {
      const { id: teamId, projectId } = await world.database.team.findFirstOrThrow({
        where: { name: 'Writer and editor' },
      });
      const team = { projectId, teamId };
      const text = `Ada prefers ${'very'.repeat(40)} long words`;
      const entryId = await writeMemoryEntry(world.database, team, { text, afterDocuments: true });
      const version = await world.database.teamVersion.findFirstOrThrow({ where: { teamId } });
      const { id: conversationId } = await world.database.conversation.create({
        data: { projectId, teamVersionId: version.id, title: 'About Ada', idempotencyKey: entryId },
      });
      const change = { kind: 'learned', text, quote: 'prefers', seq: 0 };
      await world.database.memoryRun.create({
        data: {
          conversationId,
          projectId,
          run: 0,
          recalled: [
            { id: entryId, kind: 'learned', text, revision: 1, afterDocuments: true, changedAtMs: 0 },
          ],
          recalledBy: 'test',
          state: 'written',
          changes: [
            { ...change, action: 'added', refused: null, entryId },
            { ...change, action: null, refused: 'from_memory', entryId: null },
          ],
          revision: 1,
        },
      });
      const page = await openPage({ colorScheme, reducedMotion: 'reduce', viewport: PHONE });
      const paths = [
        [`/teams/${teamId}/memory`, 'Memory', '记忆'],
        [`/teams/${teamId}/memory/${entryId}`, 'Memory entry', '记忆条目'],
        [`/conversations/${conversationId}/memory`, 'Memory of this conversation', '此对话的记忆'],
      ] as const;
      for (const [path, english] of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1, name: english, exact: true })).toBeVisible();
        expect(await findAxeViolations(page)).toEqual([]);
        expect(await sidewaysOverflowPx(page)).toBe(0);
      }
      await expect(page.getByText('Not noted: an agent only repeated the memory')).toBeVisible();
      const chinese = await openPage({ colorScheme, locale: 'zh-CN', viewport: PHONE });
      for (const [path, , heading] of paths) {
        await chinese.goto(path);
        await expect(chinese.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
      }
    });
});
