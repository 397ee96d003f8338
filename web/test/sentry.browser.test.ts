import type { Page } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { type OtlpReceiver, startOtlpReceiver } from '../../test/support/otlpReceiver.ts';
import { expect, test as base } from './support/browserTest.ts';
import { type EnvelopeServer, startEnvelopeServer } from './support/envelopeServer.ts';
import { watchConsole } from './support/pageChecks.ts';
import { OWNER, type WebWorld } from './support/webWorld.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** Both are set up: Sentry, and a receiver of spans. */
const test = base.extend<object, { sentry: EnvelopeServer; otlp: OtlpReceiver }>({
  otlp: [
    async ({}, provide) => {
      const otlp = await startOtlpReceiver();
      await provide(otlp);
      await otlp.close();
    },
    { scope: 'worker' },
  ],
  sentry: [
    async ({}, provide) => {
      const sentry = await startEnvelopeServer();
      await provide(sentry);
      await sentry.close();
    },
    { scope: 'worker' },
  ],
  environment: [
    async ({ sentry, otlp }, provide) =>
      provide({
        SENTRY_DSN: sentry.dsn,
        SENTRY_TRACES_SAMPLE_RATE: '1',
        COLLOQUY_COMMIT: COMMIT,
        OTEL_EXPORTER_OTLP_ENDPOINT: otlp.endpoint,
        OTEL_BSP_SCHEDULE_DELAY: '100',
      }),
    { scope: 'worker' },
  ],
});

/** The tags of a report. */
const tagsOf = (body: Record<string, unknown>) => (body['tags'] ?? {}) as Record<string, unknown>;

test.describe('reports to Sentry', () => {
  const platforms = (sentry: EnvelopeServer) =>
    sentry.items('event').map(({ body }) => String(body['platform']));

  /** While the table is missing, the page of prices fails on the server. */
  async function withoutPrices(world: WebWorld, action: () => Promise<unknown>): Promise<void> {
    await world.database.$executeRaw`ALTER TABLE model_price RENAME TO model_price_away`;
    await action();
    await world.database.$executeRaw`ALTER TABLE model_price_away RENAME TO model_price`;
  }

  async function throwInPage(page: Page, words: string): Promise<void> {
    await page.evaluate((message) => {
      setTimeout(() => {
        throw new TypeError(message);
      });
    }, words);
  }

  test('an error on the server is reported once, by the server; one in the browser, by the browser', async ({
    page,
    world,
    sentry,
  }) => {
    const complaints = watchConsole(page);
    await withoutPrices(world, async () => {
      await page.goto('/settings/prices?token=hidden');
      await expect(page.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible();
    });
    await expect.poll(() => platforms(sentry)).toEqual(['node']);
    // A browser's reports leave in order: a report of the server's error would come before this one.
    await throwInPage(page, 'a fault of the browser');
    await expect.poll(() => platforms(sentry)).toContain('javascript');
    const fromBrowser = sentry.items('event').filter(({ body }) => body['platform'] === 'javascript');
    expect(fromBrowser).toHaveLength(1);
    expect(JSON.stringify(fromBrowser)).toContain('a fault of the browser');
    expect(platforms(sentry)).toEqual(['node', 'javascript']);
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  test('each report names its release and the trace that people quote', async ({ page, world, sentry }) => {
    const of = (platform: string) =>
      sentry.items('event').filter(({ body }) => body['platform'] === platform);
    const before = of('javascript').length;
    await page.goto('/teams');
    await throwInPage(page, 'a fault with a release');
    await expect.poll(() => of('javascript').length).toBeGreaterThan(before);
    let reference = '';
    await withoutPrices(world, async () => {
      const answer = await page.request.get('/settings/prices');
      reference = answer.headers()['x-trace-id'] ?? '';
    });
    await expect.poll(() => of('node').some(({ body }) => tagsOf(body)['traceId'] === reference)).toBe(true);
    for (const { body } of [...of('javascript'), ...of('node')]) {
      expect(body['release']).toBe(`colloquy@${packageJson.version}+${COMMIT}`);
      expect(tagsOf(body)['traceId']).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  test('a request is told once to each: Sentry has no span of ours, the receiver none of Sentry’s', async ({
    world,
    sentry,
    otlp,
  }) => {
    const answer = await fetch(`${world.url}/sign-in?both=1`);
    const traceId = answer.headers.get('x-trace-id') ?? '';
    await answer.text();
    const told = () => otlp.spans().filter((span) => span.traceId === traceId);
    await expect.poll(() => told().map(({ name }) => name)).toEqual(['GET /sign-in']);
    expect(new Set(otlp.spans().map(({ service }) => service))).toEqual(new Set(['colloquy-web']));
    expect(otlp.spans().filter(({ name }) => !/^[A-Z]+ /.test(name))).toEqual([]);
    await expect.poll(() => sentry.items('transaction').length).toBeGreaterThan(0);
    expect(sentry.raw()).not.toContain('"service.name":"colloquy-web"');
  });

  test('errors on a page that otherwise works are reported, too', async ({ page, sentry }) => {
    const before = sentry.items('event').length;
    await page.goto('/teams');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await throwInPage(page, 'another fault of the browser');
    await expect.poll(() => sentry.items('event').length).toBe(before + 1);
    expect(JSON.stringify(sentry.items('event').at(-1))).toContain('another fault of the browser');
  });

  test('traces are sent, and no report says who somebody is or what they sent', async ({ sentry }) => {
    await expect.poll(() => sentry.items('transaction').length).toBeGreaterThan(0);
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

  test('a refusal is not reported as an error', async ({ page, world, sentry }) => {
    const before = sentry.items('event').length;
    await fetch(`${world.url}/nowhere`);
    await fetch(`${world.url}/theme`, { method: 'POST', headers: { origin: 'https://evil.example' } });
    // An error after the refusals is reported: reports of the refusals would have come before it.
    await withoutPrices(world, () => page.request.get('/settings/prices'));
    await expect.poll(() => sentry.items('event').length).toBeGreaterThan(before);
    expect(sentry.items('event')).toHaveLength(before + 1);
  });
});
