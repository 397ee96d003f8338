import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createToken, ensureMachineAccount } from '../../ops/createToken.ts';
import { writeFrontDoor } from '../../ops/deploy/frontDoor.ts';
import { smokeChecks } from '../../ops/deploy/smokeChecks.ts';
import { createOwnerLink } from '../../ops/ownerLink.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { type FrontDoorServer, startFrontDoor } from '../../test/support/frontDoorServer.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startWebServer, type WebServer } from './support/webServer.ts';

// The whole product as it is deployed: the CDN's rules in front, the built web app behind them.

const ORIGIN = 'https://colloquy-web.test';
const KEY = 'a key of the tests, longer than it has to be';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const CLIENT = '203.0.113.9';
const FILES = fileURLToPath(new URL('../../build/client', import.meta.url));

let folder: string;
let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;
let web: WebServer;
let door: FrontDoorServer;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-door-'));
  writeFrontDoor({ origin: ORIGIN, output: folder, files: FILES });
  testDatabase = await openTestDatabase();
  database = createDatabase(testDatabase.url, { poolSize: 2 });
  await seed(database);
  token = await createToken(database, { userId: await ensureMachineAccount(database), name: 'Test' });
  door = await startFrontDoor({
    client: CLIENT,
    door: () => ({ folder, variables: { FRONT_DOOR_KEY: KEY }, reaches: () => web.url }),
  });
  web = await startWebServer({
    ...testTemporal(),
    DATABASE_URL: testDatabase.url,
    APP_URL: 'https://colloquy.test',
    FRONT_DOOR_KEY: KEY,
    // Of the address that our edge has in production; here it is the door's own.
    TRUST_PROXY: '100.64.0.0/10',
    CORS_ORIGINS: 'https://pages.example.com',
    COLLOQUY_COMMIT: COMMIT,
  });
});
afterAll(async () => {
  await door.close();
  await web.close();
  await database.$disconnect();
  await testDatabase.close();
  rmSync(folder, { recursive: true });
});

const SECURITY_HEADERS = [
  'x-content-type-options',
  'x-frame-options',
  'x-xss-protection',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'strict-transport-security',
];

const asset = () =>
  `/assets/${readdirSync(join(FILES, 'assets')).find((name) => name.endsWith('.js')) ?? ''}`;

describe.each([
  ['alone', () => web.url],
  ['behind the front door', () => door.url],
])('the web app %s', (_shape, url) => {
  it.each<[string, string | (() => string), number]>([
    ['a page', '/sign-in', 200],
    ['the first page', '/', 302],
    ['a page that is not there', '/no/such/page', 404],
    ['a file that never changes', asset, 200],
    ['a file that is not there', '/assets/none-00000000.js', 404],
    ['another file', '/favicon.svg', 200],
    ['the API', '/api/v1/openapi.json', 200],
    ['the API, refused', '/api/v1/conversations', 401],
    ['a malformed address', '/%', 400],
    ['health', '/health', 200],
  ])('answers %s with all security headers', async (_what, path, status) => {
    const answer = await fetch(url() + (typeof path === 'string' ? path : path()), { redirect: 'manual' });
    await answer.text();
    expect(answer.status).toBe(status);
    for (const name of SECURITY_HEADERS)
      expect([name, answer.headers.get(name)]).toEqual([name, expect.any(String)]);
  });

  it('passes the smoke test, but for the worker that this test has not', async () => {
    const findings = await smokeChecks({ url: url(), commit: COMMIT });
    expect(findings.filter(({ ok }) => !ok)).toEqual([
      { name: 'health', ok: false, detail: expect.stringMatching(/^worker: degraded/) },
    ]);
  });

  it('says the same in each of them', async () => {
    const read = async (base: string) => {
      const { headers } = await fetch(`${base}/sign-in`);
      return Object.fromEntries(SECURITY_HEADERS.map((name) => [name, headers.get(name)]));
    };
    expect(await read(url())).toEqual(await read(web.url));
  });

  it('lets only its own scripts run, by a nonce of each answer', async () => {
    const answer = await fetch(`${url()}/sign-in`);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '-';
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
  });

  it('has browsers keep files with a hash in their names for a year, and no missing one', async () => {
    const kept = await fetch(url() + asset());
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const missing = await fetch(`${url()}/assets/none-00000000.js`);
    expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable');
  });

  it('lets the listed origins call the API from a browser, and no others', async () => {
    const ask = (origin: string, init: RequestInit = {}) =>
      fetch(`${url()}/api/v1/conversations`, {
        ...init,
        headers: { origin, 'access-control-request-headers': 'authorization' },
      });
    const allowed = await ask('https://pages.example.com', { method: 'OPTIONS' });
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://pages.example.com');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    // Refused, and yet the page may read why.
    const refused = await ask('https://pages.example.com');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://pages.example.com');
    expect((await ask('https://evil.example.com')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask('https://pages.example.com')).headers.get('vary')).toContain('Origin');
    const page = await fetch(`${url()}/sign-in`, { headers: { origin: 'https://pages.example.com' } });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('compresses pages, not event streams, whose events arrive as they are written', async () => {
    const page = await fetch(`${url()}/sign-in`, { headers: { 'accept-encoding': 'gzip' } });
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const { conversationId } = (await (
      await fetch(`${url()}/api/v1/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ team: 'Writer and editor', task: 'Of doors.' }),
      })
    ).json()) as { conversationId: string };
    const stop = new AbortController();
    const stream = await fetch(`${url()}/api/v1/conversations/${conversationId}/events`, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
      signal: stop.signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('content-encoding')).toBeNull();
    for (const name of SECURITY_HEADERS)
      expect([name, stream.headers.get(name)]).toEqual([name, expect.any(String)]);
    // The stream is open, and its first event is here.
    let text = '';
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (!text.includes('event: change')) {
      const { value } = (await reader?.read()) ?? {};
      if (value === undefined) throw new Error(`The stream has ended after: ${text}`);
      text += value;
    }
    expect(text).toContain('Of doors.');
    stop.abort();
  });
});

it('knows the client’s address by the front door alone', async () => {
  const link = await createOwnerLink(database, door.url, new Date());
  const setUp = await fetch(`${door.url}/setup`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://colloquy.test' },
    body: new URLSearchParams({
      token: new URL(link ?? '').searchParams.get('token') ?? '',
      name: 'Ada Lovelace',
      email: 'ada@example.test',
      password: 'a password of the tests',
    }),
  });
  expect(setUp.status).toBe(302);
  expect(await database.session.findMany()).toMatchObject([{ ipAddress: CLIENT }]);
});
