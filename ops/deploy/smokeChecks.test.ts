import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, test } from '@jest/globals';
import { isOfCommit, smokeChecks } from './smokeChecks.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const HEADERS = {
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

type Answers = Record<string, { status: number; text: string; headers: Record<string, string> }>;

const healthy = (): Answers => ({
  '/health': {
    status: 200,
    text: `database: ok (1 ms)\nworker: ok (last poll 1 s ago)\nversion: ok (1.2.3, commit ${COMMIT})\n`,
    headers: {},
  },
  '/sign-in': { status: 200, text: '<html><script src="/assets/a-1.js"></script></html>', headers: HEADERS },
  '/assets/a-1.js': { status: 200, text: '', headers: { 'cache-control': 'public, immutable' } },
  '/api/v1/openapi.json': { status: 200, text: '{"openapi":"3.1.0"}', headers: {} },
  '/api/v1/conversations': { status: 401, text: '', headers: {} },
  '/conversations': { status: 302, text: '', headers: { location: '/sign-in?next=x' } },
});

/** The names of what failed, and why. */
async function failuresOf(answers: Answers, commit?: string): Promise<Record<string, string>> {
  const server = createServer((request, response: ServerResponse) => {
    const { status, text, headers } = answers[request.url ?? ''] ?? { status: 404, text: '', headers: {} };
    response.writeHead(status, headers).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const findings = await smokeChecks({ url, commit });
    return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it('finds nothing wrong where nothing is', async () => {
  expect(await failuresOf(healthy(), COMMIT)).toEqual({});
});

test.each<[string, string, Partial<Answers[string]>, Record<string, unknown>]>([
  [
    'a worker that does not poll',
    '/health',
    { text: `worker: degraded (none polls)\nversion: ok (1, commit ${COMMIT})\n` },
    { health: 'worker: degraded (none polls)' },
  ],
  [
    'an earlier version',
    '/health',
    { text: 'version: ok (1.2.3, commit fedcba9)\n' },
    { commit: expect.stringContaining('fedcba9') },
  ],
  [
    'a version without a commit',
    '/health',
    { text: 'version: ok (1.2.3, no commit named)\n' },
    { commit: expect.stringContaining('no commit') },
  ],
  ['a database that is away', '/health', { status: 503 }, { health: '/health answers 503 instead of 200' }],
  [
    'a page of somebody else that answers everything with 200',
    '/health',
    { text: '<html><body>Nothing here yet.</body></html>' },
    { health: '/health says something else than ours', commit: expect.any(String) },
  ],
  [
    'an address that leads elsewhere',
    '/health',
    { status: 308, headers: { location: 'https://parked.example.com/' } },
    { health: '/health answers 308 instead of 200 and leads to https://parked.example.com/' },
  ],
  ['a page without a policy', '/sign-in', { headers: { ...HEADERS, 'content-security-policy': '' } }, {}],
  [
    'a page without headers',
    '/sign-in',
    { headers: {} },
    { 'sign-in page': expect.stringContaining('x-frame-options') },
  ],
  [
    'a page cut off',
    '/sign-in',
    { text: '<html>' },
    { 'sign-in page': 'the page has no end', script: 'the page names none' },
  ],
  [
    'a script that is not there',
    '/assets/a-1.js',
    { status: 404 },
    { script: '/assets/a-1.js answers 404 instead of 200' },
  ],
  [
    'a script that is not kept',
    '/assets/a-1.js',
    { headers: {} },
    { script: '/assets/a-1.js is not to be kept' },
  ],
  [
    'an API that is open',
    '/api/v1/conversations',
    { status: 200 },
    { API: expect.stringContaining('200 instead of 401') },
  ],
  [
    'a page that is open',
    '/conversations',
    { status: 200 },
    { 'a page for those who are signed in': expect.any(String) },
  ],
])('finds %s', async (_what, path, change, expected) => {
  const answers = healthy();
  answers[path] = { ...(answers[path] ?? { status: 200, text: '', headers: {} }), ...change };
  expect(await failuresOf(answers, COMMIT)).toEqual(expected);
});

it('finds that nobody answers', async () => {
  const findings = await smokeChecks({ url: 'http://127.0.0.1:9' });
  expect(findings.every(({ ok }) => !ok)).toBe(true);
});

test.each([
  [`version: ok (1, commit ${COMMIT})`, COMMIT, true],
  [`version: ok (1, commit ${COMMIT.slice(0, 7)})`, COMMIT, true],
  [`version: 1, commit ${COMMIT}`, COMMIT.slice(0, 10), true],
  [`version: ok (1, commit ${COMMIT})`, 'fedcba9', false],
  ['version: ok (1, no commit named)', COMMIT, false],
  ['', COMMIT, false],
])('%j is of %s: %s', (health, commit, expected) => {
  expect(isOfCommit(health, commit)).toBe(expected);
});
