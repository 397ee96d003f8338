import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from './support/chromium.ts';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

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
  '/settings/prices',
  '/teams/nothing',
];

describeInBrowser('every page', () => {
  let world: BrowserWorld;
  let teamId: string;
  beforeAll(async () => {
    world = await openBrowserWorld({ DEMO_BANNER: 'Demo: a scripted model answers.' });
    await (await world.signedIn()).close();
    teamId = (await world.database.team.findFirstOrThrow()).id;
  });
  afterAll(async () => {
    await world.close();
  });

  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(world.url + path.replace(':team', teamId));
    return page;
  }

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each([...SIGNED_OUT, ...SIGNED_IN])(
      '%s: no axe violation, no complaint, nothing to the side',
      async (path) => {
        const options = { colorScheme, reducedMotion: 'reduce' as const };
        const context = SIGNED_OUT.includes(path)
          ? await world.browser.newContext(options)
          : await world.signedIn(options);
        const page = await context.newPage();
        const complaints = watchConsole(page);
        for (const viewport of [WIDE, PHONE]) {
          await page.setViewportSize(viewport);
          await page.goto(world.url + path.replace(':team', teamId));
          await page.waitForLoadState('networkidle');
          const violations = await findAxeViolations(page);
          expect({ viewport, violations }).toEqual({ viewport, violations: [] });
        }
        await page.setViewportSize(NARROWEST);
        expect(await sidewaysOverflowPx(page)).toBe(0);
        // The page's own status is what the browser calls a failed resource.
        expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
        await context.close();
      },
    );
  });

  test('carries a strict policy with a nonce of its own', async () => {
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

  test('can be worked by keyboard: past the navigation, through it, and through a form', async () => {
    const context = await world.signedIn({ viewport: WIDE });
    const page = await open(context, '/settings/prices');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    await page.goto(`${world.url}/settings/prices`);
    const stops: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
      expect(await isFocusVisible(page)).toBe(true);
    }
    for (const name of ['New conversation', 'Conversations', 'Teams', 'Prices', OWNER.name]) {
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
    await page.getByText('The price of my-model has been saved.').waitFor();
    expect(await world.database.modelPrice.findFirst({ where: { model: 'my-model' } })).toMatchObject({
      inputMicroUsdPerMillion: 150_000n,
      outputMicroUsdPerMillion: 600_000n,
    });
    expect(
      await world.database.auditEvent.count({ where: { action: 'price.set', subjectId: 'my-model' } }),
    ).toBe(1);
    await context.close();
  });

  test('keeps the theme that one chose, without a flash and without JavaScript', async () => {
    const context = await world.signedIn({ javaScriptEnabled: false, colorScheme: 'light', viewport: WIDE });
    const page = await open(context, '/teams');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: 'Dark' }).first().click();
    await page.waitForURL(`${world.url}/teams`);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await background()).not.toBe(light);
    await context.close();
  });

  test('says that it is a demo where it is one', async () => {
    const page = await open(await world.browser.newContext(), '/sign-in');
    await page.getByText('Demo: a scripted model answers.').waitFor();
    await page.context().close();
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
