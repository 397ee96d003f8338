import type { Page } from '@playwright/test';
import { expect, test } from './support/browserTest.ts';
import { OWNER } from './support/webWorld.ts';

// A world of its own: it ends sessions.
test.use({ environment: {} });

test.describe('signing in', () => {
  async function submit(page: Page, password: string) {
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  test('leads back to the page that was requested', async ({ visitor: page }) => {
    await page.goto('/settings/prices?x=1');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await submit(page, OWNER.password);
    await page.waitForURL('/settings/prices?x=1');
  });

  test('refuses a wrong password without saying whether the address or the password is wrong', async ({
    visitor: page,
  }) => {
    await page.goto('/sign-in');
    await submit(page, 'not the password');
    await expect(
      page.getByRole('alert').getByText('The email and password don’t match an account.'),
    ).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue(OWNER.email);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('never leads to another site, whatever the address says', async ({ visitor: page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent('//evil.example/')}`);
    await submit(page, OWNER.password);
    await page.waitForURL('/conversations');
  });

  test('an expired session is reported, and signing in leads back', async ({ page, world }) => {
    await page.goto('/conversations');
    await world.database.session.updateMany({ data: { expiresAt: new Date(0) } });
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Teams' }).click();
    await expect(page.getByText('Your session has expired')).toBeVisible();
    await submit(page, OWNER.password);
    await page.waitForURL('/teams');
  });

  test('the session’s cookie is hidden from scripts; signing out ends the session', async ({
    visitor: page,
    world,
  }) => {
    await page.goto('/sign-in');
    await submit(page, OWNER.password);
    await page.waitForURL('/conversations');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const before = await world.database.session.count();
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You have signed out.')).toBeVisible();
    expect(await world.database.session.count()).toBe(before - 1);
  });

  test('after too many attempts an address has to wait, whatever it claims about forwarding', async ({
    world,
  }) => {
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

  test('sign-up is closed', async ({ visitor: page, world }) => {
    expect((await page.goto('/sign-up'))?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'Sign-up is closed' })).toBeVisible();
    const direct = await fetch(`${world.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { origin: world.url, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Eve', email: 'eve@example.test', password: 'a long password' }),
    });
    expect(direct.ok).toBe(false);
    expect(await world.database.user.count()).toBe(1);
  });
});
