import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowserWorld, type BrowserWorld } from './support/browserWorld.ts';
import { describeInBrowser } from './support/chromium.ts';

describeInBrowser('signing up, where the environment opens it', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld({ OPEN_SIGN_UP: 'true' });
  });
  afterAll(async () => {
    await world.close();
  });

  test('makes a member of the default project, once for an address', async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.url}/sign-in`);
    await page.getByRole('link', { name: 'Sign up' }).click();
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('Email').fill('Grace@Example.test');
    await page.getByLabel('Password').fill('a password of the tests');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.waitForURL(`${world.url}/conversations`);
    expect(await world.database.membership.findMany({ include: { user: true } })).toMatchObject([
      { role: 'member', user: { email: 'grace@example.test' } },
    ]);

    const again = await fetch(`${world.url}/sign-up`, {
      method: 'POST',
      headers: { origin: world.url },
      body: new URLSearchParams({ name: 'G', email: 'grace@example.test', password: 'another password' }),
    });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('We couldn’t create an account with these details.');
    await page.close();
  });

  test('does not take the owner’s place', async () => {
    const page = await world.browser.newPage();
    expect((await page.goto(await world.ownerLink()))?.status()).toBe(200);
    await page.close();
  });
});
