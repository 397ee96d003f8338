import { afterEach, beforeEach, expect, test } from '@jest/globals';
import OpenAI from 'openai';
import { waitUntil } from '../../ops/embedded/network.ts';
import type { ScriptedModel } from './scriptedModel.ts';
import { startScriptedModel } from './scriptedModel.ts';
import {
  contextTooLong,
  createGate,
  cutAnswer,
  emptyAnswer,
  malformedJson,
  rateLimited,
  text,
  unauthorized,
} from './scriptedReply.ts';

let model: ScriptedModel;
let client: OpenAI;

beforeEach(async () => {
  model = await startScriptedModel();
  client = new OpenAI({ baseURL: model.baseUrl, apiKey: 'test', maxRetries: 0 });
});

afterEach(() => model.close().catch(() => undefined));

async function ask(
  signal?: AbortSignal,
  onText: () => void = () => undefined,
): Promise<{ text: string; promptTokens: number | undefined }> {
  const stream = await client.chat.completions.create(
    {
      model: 'm',
      messages: [{ role: 'user', content: 'Hi there' }],
      stream: true,
      stream_options: { include_usage: true },
    },
    signal === undefined ? {} : { signal },
  );
  let answer = '';
  let promptTokens: number | undefined;
  for await (const chunk of stream) {
    answer += chunk.choices[0]?.delta.content ?? '';
    if (answer !== '') onText();
    promptTokens = chunk.usage?.prompt_tokens ?? promptTokens;
  }
  return { text: answer, promptTokens };
}

test('answers in the order of the script, with usage, and records requests', async () => {
  model.script(text('One, two, three.'), text('Four', { usage: null }), emptyAnswer());
  expect(await ask()).toEqual({ text: 'One, two, three.', promptTokens: 6 });
  expect(await ask()).toEqual({ text: 'Four', promptTokens: undefined });
  expect(await ask()).toMatchObject({ text: '' });
  expect(model.requests).toHaveLength(3);
  expect(model.requests[0]?.body.messages[0]?.content).toBe('Hi there');
  await model.close();
});

test('also answers without a stream', async () => {
  model.script(text('Whole.'));
  const answer = await client.chat.completions.create({
    model: 'm',
    messages: [{ role: 'user', content: 'Hi' }],
  });
  expect(answer.choices[0]?.message.content).toBe('Whole.');
});

test('sends errors with their status, headers and code', async () => {
  model.script(unauthorized(), rateLimited(7), contextTooLong());
  await expect(ask()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
  const limited = await ask().catch((error: unknown) => error);
  expect(limited).toMatchObject({ status: 429 });
  expect((limited as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after')).toBe('7');
  await expect(ask()).rejects.toMatchObject({ status: 400, code: 'context_length_exceeded' });
});

test('hangs up, and sends invalid data', async () => {
  model.script(cutAnswer('One two three four five'), malformedJson());
  await expect(ask()).rejects.toThrow();
  await expect(ask()).rejects.toThrow(SyntaxError);
  expect(model.requests[0]?.aborted).toBe(false);
});

test('holds an answer until it is released', async () => {
  const gate = createGate();
  model.script(text('One two', { hold: { afterChunks: 1, until: gate } }));
  let done = false;
  const answer = ask().finally(() => (done = true));
  await model.received(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(done).toBe(false);
  gate.open();
  expect((await answer).text).toBe('One two');
});

test('notices a client that hangs up', async () => {
  model.script(text('One two', { hold: { afterChunks: 1, until: createGate() } }));
  const abort = new AbortController();
  // Before the first words have arrived, an abort is an error of the request itself.
  const answer = ask(abort.signal, () => {
    abort.abort();
  });
  // The SDK ends the stream of an aborted request without an error.
  expect((await answer).text).toBe('One');
  await waitUntil(() => Promise.resolve(model.requests[0]?.aborted === true), {
    what: 'The model',
    timeoutMs: 30_000,
  });
  await model.close();
});

test('fails on a request that is not in the script', async () => {
  await expect(ask()).rejects.toMatchObject({ status: 400 });
  await expect(model.close()).rejects.toThrow('Not in the script: chat request 1: Hi there');
});

test('fails if a scripted request never came', async () => {
  model.script(text('Nobody asks.'));
  await expect(model.close()).rejects.toThrow('1 scripted request(s) never came.');
});
