import { createLogger } from '../../platform/logger.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { reconcileSchedules } from '../../worker/reconcileSchedules.ts';
import { repeatEvery } from '../../worker/repeat.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { addTeam } from './support/teamRows.ts';

// Its own world: its schedules are the only ones.
test.use({ environment: {}, timezoneId: 'America/New_York' });

const TEAM = 'Reporter';
const NAME = 'Morning report';
const WATCH = 'Watch the harbour';
const WAKING = 'Morning look';
const PATIENCE = { timeout: 120_000 };

test.describe('schedules', () => {
  // The later ones look at what the first has made.
  test.describe.configure({ mode: 'serial', timeout: 300_000 });
  let stop: () => Promise<void>;
  test.beforeAll(async ({ world, temporal, product }) => {
    const { database } = world;
    const client = await connectTemporal(temporal);
    const logger = createLogger({ process: 'worker', level: 'silent' });
    const clients = { database, temporal: client, taskQueue: temporal.TASK_QUEUE, logger };
    const reconciler = repeatEvery(200, logger, () => reconcileSchedules(clients, new Date()));
    stop = async () => {
      await reconciler.stop();
      await client.connection.close();
    };
    product.model.otherwise(() => text('The report'));
    await addTeam(
      database,
      TEAM,
      team({ participants: [agent({ name: 'reporter', description: 'Reports.' })], maxTurns: 1 }),
    );
  });
  test.afterAll(async () => {
    await stop();
  });

  test('one is made in plain words, shows its next runs, and runs by hand', async ({ page }) => {
    const complaints = watchConsole(page);
    await page.goto('/schedules');
    await page.getByRole('link', { name: 'New schedule' }).click();
    await expect(page.getByLabel('Time zone')).toHaveValue('America/New_York');
    await page.getByLabel('Name').fill(NAME);
    await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
    await page.getByLabel('Task').fill('Write the report.');
    const words = page.getByRole('textbox', { name: 'In words' });
    await words.fill('every other day at 8');
    await expect(page.getByText('“every other day” can’t be understood.')).toBeVisible();
    await words.fill('every weekday at 8:00');
    const preview = page.getByRole('list', { name: 'Next runs' });
    await expect(preview.getByRole('listitem')).toHaveCount(10);
    await expect(preview).not.toContainText('your time');
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await expect(preview).toContainText('your time');
    await page.getByRole('button', { name: 'Create schedule' }).click();

    await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();
    await expect(page.getByText('Every weekday (Monday to Friday) at 08:00')).toBeVisible();
    // The server has been asked by then.
    await expect(page.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveCount(
      10,
      PATIENCE,
    );
    await page.getByRole('button', { name: 'Run now' }).click();
    const run = page.getByRole('list', { name: 'Dates with their outcomes' }).getByRole('listitem').first();
    await expect(run).toContainText('Finished', PATIENCE);
    await expect(run).toContainText('By hand');
    await run.getByRole('link', { name: 'Conversation' }).click();
    await expect(page.getByText('The report', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await expect(page).toHaveURL(/\/schedules\/[0-9a-f-]{36}$/);
    expect(complaints).toEqual([]);
  });

  test('it is paused with a note and resumed', async ({ page }) => {
    await page.goto('/schedules');
    await page.getByRole('link', { name: NAME }).click();
    await page.locator('summary').filter({ hasText: 'Pause' }).click();
    await page.getByLabel('Why it is paused').fill('Holidays');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Holidays')).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Holidays')).toBeHidden();
  });

  test('a backfill says how many runs it starts before it starts them', async ({ page }) => {
    await page.goto('/schedules');
    await page.getByRole('link', { name: NAME }).click();
    // A week of the past has five weekdays.
    const day = (before: number): string =>
      new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('From').fill(`${day(8)}T00:00`);
    await page.getByLabel('Until').fill(`${day(2)}T23:59`);
    await page.getByRole('button', { name: 'Count the runs' }).click();
    await expect(page.getByText('Dates in this range: 5. This starts 5 runs.')).toBeVisible();
    await page.getByRole('button', { name: 'Start 5 runs' }).click();
    await expect(page.getByText('The backfill has been asked for.')).toBeVisible();
    const runs = page.getByRole('list', { name: 'Dates with their outcomes' }).getByRole('listitem');
    await expect(async () => {
      await page.reload();
      await expect(runs.filter({ hasText: 'Backfill' }).filter({ hasText: 'Finished' })).toHaveCount(5, {
        timeout: 1_000,
      });
    }).toPass(PATIENCE);
  });

  test('it is edited: what it said stands in the form again', async ({ page }) => {
    await page.goto('/schedules');
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await expect(page.getByRole('radio', { name: 'Calendar' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Friday' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
    await page.getByLabel('If the run before is still going').selectOption('start beside it');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Every Monday, Tuesday, Wednesday, and Thursday at 08:00')).toBeVisible();
  });

  test('it is made and previewed without scripts', async ({ openPage, ownerState }) => {
    const page = await openPage({ javaScriptEnabled: false, storageState: ownerState });
    await page.goto('/schedules/new');
    await page.getByLabel('Name').fill('Without scripts');
    await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
    await page.getByLabel('Task').fill('Write.');
    await page.getByRole('radio', { name: 'Cron' }).check();
    await page.getByLabel('Cron expressions').fill('0 9 1 * *');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveCount(10);
    await expect(page.getByLabel('Name')).toHaveValue('Without scripts');
    await page.getByRole('button', { name: 'Create schedule' }).click();
    await expect(page.getByText('Day 1 of each month at 09:00')).toBeVisible();
  });

  test('one wakes a standing conversation, whose page and run say so', async ({ page }) => {
    const complaints = watchConsole(page);
    const id = await startInBrowser(page, TEAM, WATCH, { standing: true });
    await expect(page.locator('[data-sleeping]')).toBeVisible();
    await page.getByRole('link', { name: 'Wake it on a schedule' }).filter({ visible: true }).click();
    await expect(page.getByRole('radio', { name: 'A standing conversation is woken' })).toBeChecked();
    await expect(page.getByLabel('What a run is told of those before it')).toHaveCount(0);
    await expect(page.getByLabel('If the run before is still going').locator('option')).toHaveCount(4);
    await page.getByRole('radio', { name: 'A team starts a new conversation' }).check();
    await expect(page.getByLabel('Conversation', { exact: true })).toBeHidden();
    await expect(page.getByLabel('If the run before is still going').locator('option')).toHaveCount(6);
    await page.getByRole('radio', { name: 'A standing conversation is woken' }).check();
    await expect(page.getByLabel('Team', { exact: true })).toBeHidden();
    await expect(page.getByLabel('Conversation', { exact: true })).toHaveValue(id);
    await page.getByLabel('Name').fill(WAKING);
    await page.getByLabel('Task').fill('Look again.');
    await page.getByRole('textbox', { name: 'In words' }).fill('every day at 8:00');
    await page.getByRole('button', { name: 'Create schedule' }).click();
    await expect(page.getByRole('heading', { name: WAKING, level: 1 })).toBeVisible();
    const address = page.url();
    await page.getByRole('button', { name: 'Run now' }).click();
    const run = page.getByRole('list', { name: 'Dates with their outcomes' }).getByRole('listitem').first();
    await expect(run).toContainText('Finished', PATIENCE);
    await run.getByRole('link', { name: 'Run 2' }).click();
    await expect(page.locator('[data-run="1"]')).toContainText(`woken by the schedule “${WAKING}”`);
    await expect(page.getByText('Look again.')).toBeVisible();
    const named = page.getByText(`The schedule ${WAKING} wakes it`).filter({ visible: true });
    await expect(named).toContainText('next');

    // Once it is over for good, dates are refused and the page says why.
    await page.getByRole('button', { name: 'End it for good' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click();
    await expect(page.locator('[data-sleeping]')).toHaveCount(0);
    await page.goto(address);
    await expect(page.getByText(`“${WATCH}” is no longer standing.`)).toBeVisible();
    await page.getByRole('button', { name: 'Run now' }).click();
    await expect(run).toContainText('The conversation was no longer standing.', PATIENCE);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('This conversation is no longer standing, or was deleted.')).toBeVisible();
    await page.getByRole('radio', { name: 'A team starts a new conversation' }).check();
    await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('link', { name: TEAM })).toBeVisible();
    // It wakes it again, for the tests that follow.
    await page.goto(`/conversations/${id}`);
    await page.getByRole('button', { name: 'Make it standing' }).click();
    await expect(page.locator('[data-sleeping]')).toBeVisible();
    await page.goto(`${address}/edit`);
    await page.getByRole('radio', { name: 'A standing conversation is woken' }).check();
    await page.getByLabel('Conversation', { exact: true }).selectOption(id);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('link', { name: WATCH, exact: true })).toBeVisible();
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });

  test('what does not go with waking is refused without scripts, too', async ({ openPage, ownerState }) => {
    const page = await openPage({ javaScriptEnabled: false, storageState: ownerState });
    await page.goto('/schedules/new');
    await page.getByLabel('Name').fill('Without scripts');
    await page.getByRole('radio', { name: 'A standing conversation is woken' }).check();
    await page.getByLabel('Task').fill('Look.');
    await page.getByRole('textbox', { name: 'In words' }).fill('every day at 8:00');
    await page.getByLabel('If the run before is still going').selectOption('cancel_other');
    await page.getByLabel('What a run is told of those before it').selectOption('summary');
    await page.getByRole('button', { name: 'Create schedule' }).click();
    await expect(page.getByText('Choose the conversation that is woken.')).toBeVisible();
    await page.getByLabel('Conversation', { exact: true }).selectOption(WATCH);
    await page.getByRole('button', { name: 'Create schedule' }).click();
    await expect(page.getByText('This would end what is going in the conversation')).toBeVisible();
    await expect(page.getByText('A standing conversation keeps its transcript.')).toBeVisible();
  });

  test('on a phone its next runs stand above the button that saves it', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/schedules/new');
    // Without scripts all choices stand there; by then only what is chosen does.
    await expect(page.getByLabel('Cron expressions')).toBeHidden();
    const preview = await page.getByRole('heading', { name: 'Next runs' }).boundingBox();
    const save = await page.getByRole('button', { name: 'Create schedule' }).boundingBox();
    expect(preview?.y ?? Infinity).toBeLessThan(save?.y ?? 0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in the ${colorScheme} theme and on a phone its pages are in order`, async ({
      openPage,
      ownerState,
    }) => {
      const page = await openPage({ colorScheme, storageState: ownerState, reducedMotion: 'reduce' });
      const complaints = watchConsole(page);
      await page.goto('/schedules');
      await page.getByRole('link', { name: NAME }).click();
      await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();
      const address = page.url();
      await page.goto('/schedules');
      const waking = (await page.getByRole('link', { name: WAKING }).getAttribute('href')) ?? '';
      expect(waking).toMatch(/^\/schedules\/[0-9a-f-]{36}$/);
      const made = [address, `${address}/edit`, waking, `${waking}/edit`];
      for (const path of ['/schedules', '/schedules/new', ...made]) {
        for (const viewport of [
          { width: 1280, height: 800 },
          { width: 390, height: 844 },
        ]) {
          await page.setViewportSize(viewport);
          await page.goto(path);
          await page.waitForLoadState('networkidle');
          const violations = await findAxeViolations(page);
          expect({ path, viewport, violations }).toEqual({ path, viewport, violations: [] });
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect({ path, overflow: await sidewaysOverflowPx(page) }).toEqual({ path, overflow: 0 });
      }
      expect(complaints).toEqual([]);
    });
  }

  test('it is deleted, and its conversations stay', async ({ page }) => {
    await page.goto('/schedules');
    await page.getByRole('link', { name: NAME }).click();
    await page.locator('summary').filter({ hasText: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete schedule' }).click();
    await expect(page.getByText(`The schedule ${NAME} has been deleted.`)).toBeVisible();
    await page.goto('/conversations');
    await expect(page.getByRole('link', { name: new RegExp(`^${NAME},`) }).first()).toBeVisible();
  });
});
