import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import OpenAI from 'openai';
import { createDemoModel } from './server.ts';

const messages = [{ role: 'user' as const, content: 'Plan a picnic for twelve people.' }];
let server: Server;
let client: OpenAI;

beforeAll(async () => {
  server = createDemoModel({ tokensPerSecond: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new OpenAI({ baseURL: url('/v1'), apiKey: 'none', maxRetries: 0 });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function url(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

test('streams the same answer that it gives whole, with the usage last', async () => {
  const whole = await client.chat.completions.create({ model: 'demo', messages });
  const stream = await client.chat.completions.create({
    model: 'demo',
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = '';
  const reasons: unknown[] = [];
  let usage: unknown;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? '';
    if (chunk.choices[0]?.finish_reason) reasons.push(chunk.choices[0].finish_reason);
    usage = chunk.usage ?? usage;
  }
  expect(text).toBe(whole.choices[0]?.message.content);
  expect(reasons).toEqual(['stop']);
  expect(usage).toEqual(whole.usage);
});

test('sends no usage to clients that do not ask for it', async () => {
  const stream = await client.chat.completions.create({ model: 'demo', messages, stream: true });
  for await (const chunk of stream) expect(chunk.usage ?? null).toBeNull();
});

test.each([
  ['The cat sat on the mat.', 'A cat on a mat', 'Interest rates fell sharply'],
  [
    'How many days of holiday do I have?',
    'Holidays: thirty days a year.',
    'How do I have the printer repaired?',
  ],
  ['请假规定是什么？', '员工请假的规定如下', '打印机的维修方法是什么'],
  ['年假有多少天', '每年年假三十天', '办公室有多少人'],
])('gives similar vectors to texts that share words: %s', async (text, like, unlike) => {
  const { data } = await client.embeddings.create({ model: 'demo', input: [text, like, unlike] });
  const [first, second, third] = data.map(({ embedding }) => embedding);
  const similarity = (a: number[] = [], b: number[] = []): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  expect(first).toHaveLength(1536);
  expect(similarity(first, first)).toBeCloseTo(1);
  expect(similarity(first, second)).toBeGreaterThan(similarity(first, third) + 0.1);
});

test('lists its model', async () => {
  const models = await client.models.list();
  expect(models.data.map(({ id }) => id)).toEqual(['demo']);
});

test.each([
  ['no messages', '/v1/chat/completions', '{"model":"demo","messages":[]}', 400],
  ['no JSON', '/v1/chat/completions', '{', 400],
  ['an unknown address', '/v1/audio', '{}', 404],
])("refuses %s in OpenAI's format", async (_name, path, body, status) => {
  const response = await fetch(url(path), { method: 'POST', body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    error: { type: 'invalid_request_error', message: expect.any(String) },
  });
});

test('stops when the reader has gone', async () => {
  const slow = createDemoModel({ tokensPerSecond: 10 });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const abort = new AbortController();
  const response = await fetch(
    `http://127.0.0.1:${(slow.address() as AddressInfo).port}/v1/chat/completions`,
    {
      method: 'POST',
      body: JSON.stringify({ model: 'demo', messages, stream: true }),
      signal: abort.signal,
    },
  );
  await response.body?.getReader().read();
  abort.abort();
  // Resolves only when no request is open.
  await new Promise((resolve) => slow.close(resolve));
});
