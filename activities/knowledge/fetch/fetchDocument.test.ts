import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createGuardedFetch, type GuardOptions } from '../../tools/network/guardedFetch.ts';
import { RefusedDocument } from '../parse/refusedDocument.ts';
import { fetchDocument } from './fetchDocument.ts';

let origin = '';
let port = 0;
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  const send = (status: number, headers: Record<string, string>, body = '') =>
    response.writeHead(status, headers).end(body);
  switch (request.url ?? '') {
    case '/page':
      return send(200, { 'content-type': 'text/html; charset=utf-8' }, '<p>Hello');
    case '/moved':
      return send(302, { location: `${origin}/page` });
    case '/inward':
      return send(302, { location: `http://127.0.0.1:${String(port)}/page` });
    case '/round':
      return send(302, { location: '/round' });
    case '/picture':
      return send(200, { 'content-type': 'image/png' }, 'x');
    case '/large':
      return send(200, { 'content-type': 'text/plain' }, 'x'.repeat(5_000));
    case '/endless':
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.on('error', () => response.destroy());
      return response.write('x'.repeat(5_000));
    case '/slow':
      return response.writeHead(200, { 'content-type': 'text/plain' }).write('x');
    case '/cut':
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '10' }).write('x');
      return setTimeout(() => response.destroy(), 20);
    default:
      return send(Number((request.url ?? '').slice(1)), {});
  }
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  origin = `http://docs.example.com:${String(port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here: LookupFunction = (_hostname, _options, callback) =>
  callback(null, [{ address: '127.0.0.1', family: 4 }]);

/** What is fetched, or how it is refused. The name `docs.example.com` leads here, and is allowed unless `guard` says otherwise. */
async function fetched(url: string, guard: Partial<GuardOptions> = {}, limits = {}) {
  const guarded = createGuardedFetch({
    allowPrivateNetwork: [`docs.example.com:${String(port)}`],
    lookup: here,
    ...guard,
  });
  try {
    const most = { mostBytes: 1_000, timeoutMs: 2_000, ...limits };
    const found = await fetchDocument(url, guarded.fetch, most, new AbortController().signal);
    const parts: Uint8Array[] = [];
    for await (const part of found.bytes) parts.push(part);
    return { address: found.address, contentType: found.contentType, text: Buffer.concat(parts).toString() };
  } catch (error) {
    if (error instanceof RefusedDocument) return [error.refusal, error.message];
    throw error;
  } finally {
    await guarded.close();
  }
}

it('what stands at an address, and where redirects lead', async () => {
  const page = { address: `${origin}/page`, contentType: 'text/html; charset=utf-8', text: '<p>Hello' };
  expect(await fetched(`${origin}/page`)).toEqual(page);
  expect(await fetched(`${origin}/moved`)).toEqual(page);
});

it.each([
  ['itself', () => `http://127.0.0.1:${String(port)}/page`, 0],
  ['in another notation', () => `http://2130706433:${String(port)}/page`, 0],
  ['by a redirect', () => `${origin}/inward`, 1],
  ['by what its name resolves to', () => `http://intranet.example.com:${String(port)}/page`, 0],
])('an address in the own network is refused, %s', async (_how, url, reached) => {
  const before = requests;
  expect(await fetched(url())).toEqual([
    'address_not_allowed',
    expect.stringContaining('private or reserved'),
  ]);
  expect(requests - before).toBe(reached);
});

it.each([
  ['file:///etc/passwd', 'address_not_allowed', /http:\/\//],
  ['what?', 'address_not_allowed', /http:\/\//],
  ['http://user:word@docs.example.com/', 'address_not_allowed', /password/],
  ['/404', 'address_refused', /answered 404 \(Not Found\)/],
  ['/503', 'address_unreachable', /answered 503/],
  ['/round', 'address_unreachable', /redirect/],
  ['/picture', 'unknown_format', /image\/png/],
  ['/large', 'too_large', /MiB/],
  ['/endless', 'too_large', /MiB/],
  ['/slow', 'address_unreachable', /within 0.3 s/],
  ['/cut', 'address_unreachable', /cannot be reached/],
])('%s is refused: %s', async (path, refusal, words) => {
  const url = path.startsWith('/') ? `${origin}${path}` : path;
  const limits = path === '/slow' ? { timeoutMs: 300 } : {};
  expect(await fetched(url, {}, limits)).toEqual([refusal, expect.stringMatching(words)]);
});

it('a server that nobody answers for is said to be away', async () => {
  const nobody: LookupFunction = (hostname, _options, callback) =>
    callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), [], 0);
  const told = await fetched('http://nowhere.example.com/', { lookup: nobody });
  expect(told).toEqual(['address_unreachable', expect.stringContaining('ENOTFOUND')]);
});
