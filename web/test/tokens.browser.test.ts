import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import type { WebWorld } from './support/webWorld.ts';

test.describe('API tokens', () => {
  const teams = (world: WebWorld, token: string) =>
    fetch(`${world.url}/api/v1/teams`, { headers: { authorization: `Bearer ${token}` } });

  for (const scripts of [true, false])
    test(`are shown once, open the API, and are revoked (scripts: ${String(scripts)})`, async ({
      openPage,
      world,
    }) => {
      const page = await openPage({
        javaScriptEnabled: scripts,
        viewport: { width: 320, height: 700 },
        reducedMotion: 'reduce',
      });
      const complaints = watchConsole(page);
      const name = `Nightly report ${String(scripts)}`;
      await page.goto('/settings/tokens');
      await page.getByRole('button', { name: 'Create token' }).click();
      await expect(page.getByText('Name the token after what will use it.')).toBeVisible();
      await page.getByLabel('Name').fill(name);
      await page.getByRole('button', { name: 'Create token' }).click();
      const token = (await page.locator('code').textContent()) ?? '';
      expect(token).toMatch(/^colloquy_[0-9A-Za-z]{43}$/);
      expect(await sidewaysOverflowPx(page)).toBe(0);
      if (scripts) expect(await findAxeViolations(page)).toEqual([]);
      expect((await teams(world, token)).status).toBe(200);

      await page.goto('/settings/tokens');
      await expect(
        page.getByRole('listitem').filter({ hasText: name }).getByText('Last used just now'),
      ).toBeVisible();
      expect(await page.content()).not.toContain(token);
      await page.getByRole('button', { name: `Revoke ${name}` }).click();
      await expect(page.getByText(`The token ${name} has been revoked.`)).toBeVisible();
      expect((await teams(world, token)).status).toBe(401);
      expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
    });

  test('are described in an OpenAPI document that anybody may read', async ({ world }) => {
    const response = await fetch(`${world.url}/api/v1/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: '/api/v1' }] });
  });
});
