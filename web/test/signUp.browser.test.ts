import { expect, test } from './support/browserTest.ts';
import { NOBODY } from './support/webWorld.ts';

test.use({ environment: { OPEN_SIGN_UP: 'true' }, storageState: NOBODY });

test.describe('signing up, if the environment allows it', () => {
  test('creates a member of the default project, once per address', async ({ visitor: page, world }) => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Sign up' }).click();
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('Email').fill('Grace@Example.test');
    await page.getByLabel('Password').fill('a password of the tests');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.waitForURL('/conversations');
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
  });

  test('does not make anybody the owner', async ({ visitor: page, world }) => {
    expect((await page.goto(await world.ownerLink()))?.status()).toBe(200);
  });
});
