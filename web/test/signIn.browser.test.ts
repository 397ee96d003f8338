import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/chromium.ts';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';

describeInBrowser('signing in', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld();
    await (await world.signedIn()).close();
  });
  afterAll(async () => {
    await world.close();
  });

  async function submit(page: Page, password: string) {
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  test('leads back to the page that one wanted', async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.url}/settings/prices?x=1`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await submit(page, OWNER.password);
    await page.waitForURL(`${world.url}/settings/prices?x=1`);
    await page.close();
  });

  test('refuses a wrong password without saying which of the two is wrong', async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.url}/sign-in`);
    await submit(page, 'not the password');
    await page.getByRole('alert').getByText('The email and password don’t match an account.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(OWNER.email);
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  });

  test('goes nowhere else afterwards, whatever the address says', async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.url}/sign-in?next=${encodeURIComponent('//evil.example/')}`);
    await submit(page, OWNER.password);
    await page.waitForURL(`${world.url}/conversations`);
    await page.close();
  });

  test('an expired session says so, and leads back', async () => {
    const context = await world.signedIn();
    const page = await context.newPage();
    await page.goto(`${world.url}/conversations`);
    await world.database.session.updateMany({ data: { expiresAt: new Date(0) } });
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Teams' }).click();
    await page.getByText('Your session has expired').waitFor();
    await submit(page, OWNER.password);
    await page.waitForURL(`${world.url}/teams`);
    await context.close();
  });

  test('the session’s cookie is out of reach of scripts; signing out ends the session', async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.url}/sign-in`);
    await submit(page, OWNER.password);
    await page.waitForURL(`${world.url}/conversations`);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const before = await world.database.session.count();
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You have signed out.').waitFor();
    expect(await world.database.session.count()).toBe(before - 1);
    await page.close();
  });

  test('too many attempts from one address have to wait, whatever it says of being forwarded', async () => {
    const attempt = (forwardedFor: string) =>
      fetch(`${world.url}/sign-in`, {
        method: 'POST',
        headers: { origin: world.url, 'x-forwarded-for': forwardedFor },
        body: new URLSearchParams({ email: OWNER.email, password: 'guess' }),
      }).then((answer) => answer.text());
    const answers: string[] = [];
    for (let index = 0; index < 12; index += 1) answers.push(await attempt(`10.0.0.${String(index)}`));
    expect(answers.at(-1)).toContain('Too many attempts');
  });

  test('sign-up is closed', async () => {
    const page = await world.browser.newPage();
    expect((await page.goto(`${world.url}/sign-up`))?.status()).toBe(403);
    await page.getByRole('heading', { name: 'Sign-up is closed' }).waitFor();
    const direct = await fetch(`${world.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { origin: world.url, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Eve', email: 'eve@example.test', password: 'a long password' }),
    });
    expect(direct.ok).toBe(false);
    expect(await world.database.user.count()).toBe(1);
    await page.close();
  });
});
