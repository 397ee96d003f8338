import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { answerTo, type ApiClient, createApiClient, NoServerError, RefusedError } from './apiClient.ts';

let server: ReturnType<typeof createServer>;
let asked: IncomingMessage[];
let answer: (response: ServerResponse) => void;
let api: ApiClient;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  api = createApiClient({ url, token: 'colloquy_test' });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function json(status: number, body: unknown): void {
  answer = (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

const readTask = (taskId: string) => answerTo(api.GET('/tasks/{taskId}', { params: { path: { taskId } } }));

it('asks below /api/v1 with the token, whatever stands in a path or a query', async () => {
  json(200, { tasks: [] });
  const query = { conversationId: 'a&b' };
  expect(await answerTo(api.GET('/tasks', { params: { query } }))).toEqual({ tasks: [] });
  expect(asked[0]).toMatchObject({
    url: '/api/v1/tasks?conversationId=a%26b',
    headers: { authorization: 'Bearer colloquy_test' },
  });
  json(404, {});
  await expect(readTask('a/b?c')).rejects.toThrow();
  expect(asked[1]?.url).toBe('/api/v1/tasks/a%2Fb%3Fc');
});

it('hands on why a request is refused, and knows what is no Colloquy', async () => {
  const problem = { type: 'urn:colloquy:problem:not_found', title: 'None', status: 404, detail: 'Wrong id.' };
  json(404, problem);
  await expect(readTask('x')).rejects.toMatchObject({ name: 'RefusedError', problem });
  answer = (response) => response.writeHead(502).end('<html>');
  await expect(readTask('x')).rejects.toThrow(NoServerError);
  await expect(readTask('x')).rejects.not.toBeInstanceOf(RefusedError);
});

it('takes no answer that does not fit', async () => {
  json(200, { tasks: [{ id: 7 }] });
  await expect(answerTo(api.GET('/tasks'))).rejects.toThrow(/tasks/);
});

it('says where nobody answers, or could', async () => {
  const nobody = createApiClient({ url: 'http://127.0.0.1:9', token: '' });
  await expect(answerTo(nobody.GET('/teams'))).rejects.toThrow(
    'No Colloquy server answers at http://127.0.0.1:9.',
  );
  expect(() => createApiClient({ url: 'no address', token: '' })).toThrow(NoServerError);
});

it('opens an event stream after what was seen', async () => {
  answer = (response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end('event: live\n\n');
  const stream = await answerTo(
    api.GET('/conversations/{conversationId}/events', {
      params: { path: { conversationId: 'c' }, header: { 'Last-Event-ID': '7' } },
      parseAs: 'stream',
    }),
  );
  expect(asked[0]?.headers['last-event-id']).toBe('7');
  expect(await new Response(stream).text()).toBe('event: live\n\n');
});
