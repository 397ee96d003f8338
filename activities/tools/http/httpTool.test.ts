import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Json } from '../../../workflows/domain/json.ts';
import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';
import { createGuardedFetch } from '../network/guardedFetch.ts';
import type { ToolCall } from '../toolCall.ts';
import { HttpTools } from './httpTool.ts';

let port = 0;
let answer: RequestListener;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer((request, response) => {
  void text(request).then((body) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    answer(request, response);
  });
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  seen = [];
  answer = (_request, response) => response.end('ok');
});
const open = createGuardedFetch({ allowPrivateNetwork: true });
const closed = createGuardedFetch({ allowPrivateNetwork: false });
afterAll(async () => {
  await open.close();
  await closed.close();
  server.closeAllConnections();
  server.close();
});

const tool = (overrides: Partial<HttpTool> = {}): HttpTool => ({
  kind: 'http',
  name: 'orders',
  description: 'Orders.',
  method: 'GET',
  url: `http://127.0.0.1:${port}/orders/{id}?v=1`,
  headers: {},
  parameters: {
    type: 'object',
    properties: { id: { type: 'string' }, limit: { type: 'integer', default: 5 }, tags: { type: 'array' } },
    required: ['id'],
  },
  returns: 'text',
  timeoutSeconds: 5,
  ...overrides,
});

function call(
  http: HttpTool,
  args: Record<string, Json>,
  options: Partial<ToolCall> & { fetch?: typeof fetch } = {},
) {
  const secret = (name: string) => (name === 'KEY' ? 's3cret-value' : undefined);
  return new HttpTools({ fetch: options.fetch ?? open.fetch, secret }).call(http, {
    name: http.name,
    arguments: args,
    idempotencyKey: 'run-1/activity-2',
    timeoutMs: 5_000,
    maxResultBytes: 1_000,
    signal: new AbortController().signal,
    ...options,
  });
}

it('a GET puts path parameters into the path and the rest into the query', async () => {
  const result = await call(tool(), { id: 'a/b c', tags: ['x', 'y'], unknown: 1 });
  expect(result).toEqual({ content: 'ok', isError: false });
  expect(seen[0]).toMatchObject({
    method: 'GET',
    url: '/orders/a%2Fb%20c?v=1&tags=x&tags=y&limit=5',
    body: '',
  });
  expect(seen[0]?.headers['idempotency-key']).toBeUndefined();
});

it('a POST puts the rest into a JSON body, and carries the call’s key', async () => {
  await call(tool({ method: 'POST' }), { id: '7', limit: 2 });
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/orders/7?v=1', body: '{"limit":2}' });
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'run-1/activity-2',
  });
});

it('arguments that do not fit are an error, and no request is made', async () => {
  expect(await call(tool(), { limit: 'many' })).toEqual({
    content:
      '2 validation errors for orders\nid\n  Field required [type=required]\nlimit\n  must be integer [type=type]',
    isError: true,
  });
  expect((await call(tool(), { id: '..' })).content).toBe('The path parameter "id" can\'t be ".."');
  expect(seen).toEqual([]);
});

it('a schema that is none is a fault of the team', async () => {
  await expect(call(tool({ parameters: { type: 'nonsense' } }), { id: '1' })).rejects.toMatchObject({
    trouble: 'misconfigured',
    retryable: false,
  });
});

it('JSON reaches the model as Python prints it, as with AutoGen', async () => {
  answer = (_request, response) => response.end('{"ok": true, "total": 2.0, "next": null}');
  expect((await call(tool({ returns: 'json' }), { id: '1' })).content).toBe(
    "{'ok': True, 'total': 2.0, 'next': None}",
  );
  answer = (_request, response) => response.end('<html>');
  expect(await call(tool({ returns: 'json' }), { id: '1' })).toEqual({
    content: 'The response (HTTP 200) is not JSON: <html>',
    isError: true,
  });
});

it('a failing status is an error with the body’s text, or its own where there is none', async () => {
  answer = (_request, response) => response.writeHead(404).end('no such order');
  expect(await call(tool(), { id: '1' })).toEqual({ content: 'no such order', isError: true });
  answer = (_request, response) => response.writeHead(503).end();
  expect(await call(tool(), { id: '1' })).toEqual({ content: 'HTTP 503 Service Unavailable', isError: true });
});

it('a redirect is not followed', async () => {
  answer = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end('moved');
  expect(await call(tool(), { id: '1' })).toEqual({ content: 'moved', isError: false });
  expect(seen).toHaveLength(1);
});

it('a response without end is left at the limit', async () => {
  let isClosed = false;
  answer = (_request, response) => {
    const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
    response.on('close', () => {
      clearInterval(more);
      isClosed = true;
    });
  };
  const result = await call(tool(), { id: '1' });
  expect(result.content).toMatch(
    /^The result is too large: it has more than 1000 bytes, and 1000 are allowed. It begins:\nx+$/,
  );
  expect(Buffer.byteLength(result.content)).toBeLessThanOrEqual(1_000);
  while (!isClosed) await new Promise(setImmediate);
});

it('a response that does not come is an error after the tool’s time', async () => {
  answer = () => undefined;
  expect(await call(tool({ timeoutSeconds: 0.2 }), { id: '1' })).toEqual({
    content: 'The tool took longer than 0.2 s',
    isError: true,
  });
});

it('a call that is cancelled rejects with the reason', async () => {
  const cancel = new AbortController();
  answer = () => cancel.abort(new Error('stopped'));
  await expect(call(tool(), { id: '1' }, { signal: cancel.signal })).rejects.toThrow('stopped');
});

it('a server that can’t be reached, or must not be, is an error', async () => {
  expect(await call(tool({ url: 'http://127.0.0.1:1/', parameters: {} }), {})).toEqual({
    content: expect.stringMatching(/^The request failed: .*(ECONNREFUSED|bad port)/),
    isError: true,
  });
  expect(await call(tool(), { id: '1' }, { fetch: closed.fetch })).toEqual({
    content: `127.0.0.1:${port} was not contacted: its address is private or reserved, and the operator has not allowed it`,
    isError: true,
  });
  expect(seen).toEqual([]);
});

it('a secret reaches the server, and neither the result nor an error', async () => {
  const http = tool({ headers: { Authorization: 'Bearer ${secret:KEY}' } });
  answer = (request, response) => response.end(`you sent ${request.headers.authorization}`);
  expect(await call(http, { id: '1' })).toEqual({ content: 'you sent Bearer ***', isError: false });
  // A secret across the limit is not shown in part.
  answer = (_request, response) => response.end('x'.repeat(900) + 's3cret-value'.repeat(20));
  expect((await call(http, { id: '1' })).content).not.toContain('s3');
  await expect(call(tool({ headers: { 'x-key': '${secret:OTHER}' } }), { id: '1' })).rejects.toThrow(
    'The secret "OTHER", which "x-key" refers to, is not set',
  );
});
