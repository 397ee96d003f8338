import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from './support/chromium.ts';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';

describeInBrowser('the owner’s one-time link', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  test('a wrong link and an expired one say so, and make nobody', async () => {
    const page = await world.browser.newPage();
    const wrong = await page.goto(`${world.url}/setup?token=guess`);
    expect(wrong?.status()).toBe(403);
    await page.getByRole('heading', { name: 'This link doesn’t work' }).waitFor();

    const expired = await world.ownerLink();
    await world.database.verification.updateMany({ data: { expiresAt: new Date(0) } });
    expect((await page.goto(expired))?.status()).toBe(403);
    expect(await world.database.user.count()).toBe(0);
    await page.close();
  });

  test('a form that is not right is said to be so, in place', async () => {
    const page = await world.browser.newPage();
    await page.goto(await world.ownerLink());
    await page.getByLabel('Name').fill(OWNER.name);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create the owner’s account' }).click();
    await page.getByText('Choose a password of at least 10 characters').waitFor();
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    await page.close();
  });

  test('makes the owner, without JavaScript too, signs them in, and works once', async () => {
    const context = await world.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const link = await world.ownerLink();
    await page.goto(link);
    await page.getByLabel('Name').fill(OWNER.name);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Create the owner’s account' }).click();
    await page.waitForURL(`${world.url}/conversations`);
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .waitFor();

    const [membership] = await world.database.membership.findMany({ include: { project: true, user: true } });
    expect(membership).toMatchObject({
      role: 'owner',
      project: { slug: 'default' },
      user: { email: OWNER.email },
    });
    expect(await world.database.verification.count()).toBe(0);
    expect(await world.database.auditEvent.findMany()).toMatchObject([{ action: 'owner.create' }]);

    expect((await page.goto(link))?.status()).toBe(410);
    await page.getByRole('heading', { name: 'Colloquy is set up' }).waitFor();
    await context.close();
  });

  test('no secret stands in the log', () => {
    const log = JSON.stringify(world.log());
    expect(log).toContain('/setup');
    expect(log).not.toMatch(/token=|session_token|password of the tests|cookie/);
  });
});
