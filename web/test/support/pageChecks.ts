import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Collects what the browser reports about a page: errors, hydration differences, violations of the policy. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** What axe finds against WCAG 2.2 AA and its best practices, one line each. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  // Without a separate page for the results: there are no frames of other origins here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** How many pixels the page overflows the window sideways, or a link of a bar that is fixed to the window. */
export async function sidewaysOverflowPx(page: Page): Promise<number> {
  // Right after the window's size was changed, styles for the new one may not have been applied yet. A picture is taken of
  // painted styles, also where no script runs and hence no animation frame comes.
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // What is fixed makes no page wider: its end is cut off.
    const bars = [...document.querySelectorAll('nav')].filter(
      (nav) => getComputedStyle(nav).position === 'fixed',
    );
    const links = bars.flatMap((nav) => [...nav.querySelectorAll('a')]);
    const ends = links.map((link) => Math.floor(link.getBoundingClientRect().right));
    return Math.max(scrollWidth, ...ends) - clientWidth;
  });
}

/** Without scripts nothing updates by itself: reloads the page until this is on it. */
export async function reloadUntilVisible(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    if (!(await wanted.isVisible())) await page.reload();
    await expect(wanted).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}
