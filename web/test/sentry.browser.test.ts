import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';
import { describeInBrowser } from './support/chromium.ts';
import { startEnvelopeServer, type EnvelopeServer } from './support/envelopeServer.ts';
import { watchConsole } from './support/pageChecks.ts';

describeInBrowser('reports to Sentry', () => {
  let sentry: EnvelopeServer;
  let world: BrowserWorld;
  beforeAll(async () => {
    sentry = await startEnvelopeServer();
    world = await openBrowserWorld({ SENTRY_DSN: sentry.dsn, SENTRY_TRACES_SAMPLE_RATE: '1' });
    await (await world.signedIn()).close();
  });
  afterAll(async () => {
    await world.close();
    await sentry.close();
  });

  test('a fault of the server is reported once, from the server', async () => {
    const context = await world.signedIn();
    const page = await context.newPage();
    const complaints = watchConsole(page);
    await world.database.$executeRaw`ALTER TABLE model_price RENAME TO model_price_away`;
    await page.goto(`${world.url}/settings/prices?token=hidden`);
    await page.getByRole('heading', { name: 'Something went wrong on our side' }).waitFor();
    await world.database.$executeRaw`ALTER TABLE model_price_away RENAME TO model_price`;
    await until(() => sentry.items('event').length > 0);
    // Time for a second one to arrive, if there were one.
    await page.waitForTimeout(3_000);
    expect(sentry.items('event').map(({ body }) => body['platform'])).toEqual(['node']);
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    await context.close();
  });

  test('a fault of the browser is reported from the browser', async () => {
    const context = await world.signedIn();
    const page = await context.newPage();
    await page.goto(`${world.url}/teams`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('a fault of the browser');
      });
    });
    const fromBrowser = () => sentry.items('event').filter(({ body }) => body['platform'] === 'javascript');
    await until(() => fromBrowser().length > 0);
    expect(JSON.stringify(fromBrowser())).toContain('a fault of the browser');
    await context.close();
  });

  test('traces are sent, and no report says who somebody is or what they sent', async () => {
    await until(() => sentry.items('transaction').length > 0);
    const raw = sentry.raw();
    for (const secret of [
      'session_token',
      OWNER.email,
      OWNER.password,
      OWNER.name,
      'token=hidden',
      '"cookie"',
    ]) {
      expect(raw).not.toContain(secret);
    }
  });

  test('a refusal is no fault', async () => {
    const before = sentry.items('event').length;
    await fetch(`${world.url}/nowhere`);
    await fetch(`${world.url}/theme`, { method: 'POST', headers: { origin: 'https://evil.example' } });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(sentry.items('event').length).toBe(before);
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadlineMs) throw new Error('It did not happen within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
