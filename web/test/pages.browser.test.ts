import type { Page } from '@playwright/test';
import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { NOBODY, OWNER } from './support/webWorld.ts';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

const SIGNED_OUT = ['/sign-in', '/sign-in?expired=1', '/sign-up', '/setup?token=x', '/nowhere'];
const SIGNED_IN = [
  '/teams',
  '/teams/new',
  '/teams/new?template=release-review',
  '/teams/import',
  '/teams/:team',
  '/teams/:team/edit',
  '/teams/:team/export',
  '/teams/:team/versions/1',
  '/teams/:team/memory',
  '/schedules',
  '/schedules/new',
  '/replay',
  '/knowledge',
  '/knowledge/search',
  '/settings/prices',
  '/settings/tokens',
  '/settings/notices',
  '/settings/calendars',
  '/settings/calendars/new',
  '/settings/status',
  '/settings/appearance',
  '/teams/nothing',
];

test.describe('every page', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const path of [...SIGNED_OUT, ...SIGNED_IN]) {
      test(`in the ${colorScheme} theme, ${path}: no axe violation, no console errors, no overflow`, async ({
        openPage,
        world,
      }) => {
        const { id: teamId } = await world.database.team.findFirstOrThrow({
          where: { name: 'Writer and editor' },
        });
        const page = await openPage({
          colorScheme,
          reducedMotion: 'reduce',
          ...(SIGNED_OUT.includes(path) && { storageState: NOBODY }),
        });
        const complaints = watchConsole(page);
        for (const viewport of [WIDE, PHONE]) {
          await page.setViewportSize(viewport);
          await page.goto(path.replace(':team', teamId));
          await page.waitForLoadState('networkidle');
          const violations = await findAxeViolations(page);
          expect({ viewport, violations }).toEqual({ viewport, violations: [] });
        }
        await page.setViewportSize(NARROWEST);
        expect(await sidewaysOverflowPx(page)).toBe(0);
        // The browser reports the page's own error status as a failed resource.
        expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
      });
    }
  }

  test('knows every route from the start: a link under the pointer is fetched ahead at once', async ({
    page,
  }) => {
    const complaints = watchConsole(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/');
    const routes = () =>
      page.evaluate(() =>
        Object.keys((window as unknown as { __remixManifest: { routes: object } }).__remixManifest.routes),
      );
    const known = await routes();
    await page.getByRole('link', { name: 'Teams', exact: true }).first().hover();
    await expect.poll(() => asked.filter((url) => url.includes('/teams.data'))).not.toEqual([]);
    await page.goto('/teams');
    expect(await routes()).toEqual(known);
    expect(asked.filter((url) => url.includes('__manifest'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('has a strict policy with a nonce of its own', async ({ world }) => {
    const policies = await Promise.all(
      [1, 2].map(
        async () => (await fetch(`${world.url}/sign-in`)).headers.get('content-security-policy') ?? '',
      ),
    );
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic'/);
      expect(policy).not.toContain('unsafe');
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  test('works with the keyboard: past the navigation, through it, and through a form', async ({
    openPage,
    world,
  }) => {
    const page = await openPage({ viewport: WIDE });
    await page.goto('/settings/prices');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    await page.goto('/settings/prices');
    const stops: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
      expect(await isFocusVisible(page)).toBe(true);
    }
    for (const name of ['New conversation', 'Conversations', 'Teams', 'Settings', OWNER.name]) {
      expect(stops.some((stop) => stop.includes(name))).toBe(true);
    }

    const form = page.locator('form#new-price');
    await form.getByLabel('Model').focus();
    await page.keyboard.type('my-model');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0.15');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0.6');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The price of my-model has been saved.')).toBeVisible();
    expect(await world.database.modelPrice.findFirst({ where: { model: 'my-model' } })).toMatchObject({
      inputMicroUsdPerMillion: 150_000n,
      outputMicroUsdPerMillion: 600_000n,
    });
    expect(
      await world.database.auditEvent.count({ where: { action: 'price.set', subjectId: 'my-model' } }),
    ).toBe(1);
  });

  test('keeps the chosen theme, without a flash and without JavaScript', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false, colorScheme: 'light', viewport: WIDE });
    await page.goto('/teams');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: 'Dark' }).first().click();
    await page.waitForURL('/teams');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await background()).not.toBe(light);
  });

  test('says that it is a demo if it is one', async ({ visitor }) => {
    await visitor.goto('/sign-in');
    await expect(visitor.getByText('Demo: a scripted model answers.')).toBeVisible();
  });
});

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? (element as HTMLElement | null)?.innerText.trim() ?? '';
  });
}

async function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    if (!document.activeElement) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}
