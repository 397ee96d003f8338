import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowserWorld, type BrowserWorld } from './support/browserWorld.ts';
import { describeInBrowser } from './support/chromium.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

describeInBrowser('API tokens', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const teams = (token: string) =>
    fetch(`${world.url}/api/v1/teams`, { headers: { authorization: `Bearer ${token}` } });

  test.each([true, false])('are shown once, open the API, and are revoked (scripts: %s)', async (scripts) => {
    const context = await world.signedIn({
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 700 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complaints = watchConsole(page);
    const name = `Nightly report ${String(scripts)}`;
    await page.goto(`${world.url}/settings/tokens`);
    await page.getByRole('button', { name: 'Create token' }).click();
    await page.getByText('Name the token after what will use it.').waitFor();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Create token' }).click();
    const token = (await page.locator('code').textContent()) ?? '';
    expect(token).toMatch(/^colloquy_[0-9A-Za-z]{43}$/);
    expect(await sidewaysOverflowPx(page)).toBe(0);
    if (scripts) expect(await findAxeViolations(page)).toEqual([]);
    expect((await teams(token)).status).toBe(200);

    await page.goto(`${world.url}/settings/tokens`);
    await page.getByText('Last used just now').waitFor();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByText(`The token ${name} has been revoked.`).waitFor();
    expect((await teams(token)).status).toBe(401);
    expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
    await context.close();
  });

  test('are described in an OpenAPI document that anybody may read', async () => {
    const response = await fetch(`${world.url}/api/v1/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: '/api/v1' }] });
  });
});
