import { expect, test } from './support/browserTest.ts';
import { NOBODY, OWNER } from './support/webWorld.ts';

test.use({ environment: {}, storageState: NOBODY });

test.describe('the owner’s one-time link', () => {
  test('a wrong or expired link is refused, and creates nobody', async ({ visitor: page, world }) => {
    const wrong = await page.goto('/setup?token=guess');
    expect(wrong?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'This link doesn’t work' })).toBeVisible();

    const expired = await world.ownerLink();
    await world.database.verification.updateMany({ data: { expiresAt: new Date(0) } });
    expect((await page.goto(expired))?.status()).toBe(403);
    expect(await world.database.user.count()).toBe(0);
  });

  test('an invalid form shows its errors in place', async ({ visitor: page, world }) => {
    await page.goto(await world.ownerLink());
    await page.getByLabel('Name').fill(OWNER.name);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create the owner’s account' }).click();
    await expect(page.getByText('Choose a password of at least 10 characters')).toBeVisible();
    await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  });

  test('creates the owner, even without JavaScript, signs them in, and works once', async ({
    openPage,
    world,
  }) => {
    const page = await openPage({ javaScriptEnabled: false });
    const link = await world.ownerLink();
    await page.goto(link);
    await page.getByLabel('Name').fill(OWNER.name);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Create the owner’s account' }).click();
    await page.waitForURL('/conversations');
    await expect(page.getByRole('button', { name: `Account: ${OWNER.name}` }).first()).toBeVisible();

    const [membership] = await world.database.membership.findMany({ include: { project: true, user: true } });
    expect(membership).toMatchObject({
      role: 'owner',
      project: { slug: 'default' },
      user: { email: OWNER.email },
    });
    expect(await world.database.verification.count()).toBe(0);
    expect(await world.database.auditEvent.findMany()).toMatchObject([{ action: 'owner.create' }]);

    expect((await page.goto(link))?.status()).toBe(410);
    await expect(page.getByRole('heading', { name: 'Colloquy is already set up' })).toBeVisible();
  });

  test('no secret appears in the log', async ({ visitor, world }) => {
    await visitor.goto('/setup?token=guess');
    await expect.poll(() => JSON.stringify(world.log())).toContain('/setup');
    const log = JSON.stringify(world.log());
    expect(log).not.toMatch(/token=|session_token|password of the tests|cookie/);
  });
});
