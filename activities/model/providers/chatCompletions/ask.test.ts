import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../../ops/embedded/network.ts';
import { waitUntil } from '../../../../ops/embedded/network.ts';
import { type ScriptedModel, startScriptedModel } from '../../../../test/support/scriptedModel.ts';
import {
  call,
  calls,
  createGate,
  cutAnswer,
  emptyAnswer,
  malformedJson,
  type ScriptedReply,
  text,
} from '../../../../test/support/scriptedReply.ts';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import type { ModelReply } from '../../provider.ts';
import { ask } from './ask.ts';
import { classifyFailure } from './classifyFailure.ts';
import { createModelClient } from './client.ts';

const request: WireRequest = {
  model: 'test-model',
  messages: [{ role: 'user', content: 'Hi' }],
  stream: true,
  stream_options: { include_usage: true },
};

const PLACE = { nowMs: 0, address: 'http://127.0.0.1/v1' };

let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

function reply(
  options: { baseUrl?: string; signal?: AbortSignal; onText?: (text: string) => void } = {},
): Promise<ModelReply> {
  let clock = 0;
  return ask(createModelClient({ baseUrl: options.baseUrl ?? model.baseUrl, apiKey: 'sk-x' }), request, {
    signal: options.signal ?? new AbortController().signal,
    now: () => (clock += 10),
    onText: options.onText ?? (() => undefined),
  });
}

/** How a call fails, as the rest of the product sees it. */
async function failureOf(scripted: ScriptedReply): Promise<unknown> {
  model.script(scripted);
  return reply().then(
    () => 'It did not fail',
    (error: unknown) => classifyFailure(error, PLACE),
  );
}

function http(contentType: string, body: string): ScriptedReply {
  return { kind: 'http', status: 200, headers: { 'content-type': contentType }, body };
}

describe('an answer', () => {
  it('is read to its end, with usage and the time of its first piece', async () => {
    model.script(
      text('One two', {
        chunks: ['One', ' two'],
        usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
      }),
    );
    const seen: string[] = [];
    expect(await reply({ onText: (soFar) => seen.push(soFar) })).toEqual({
      text: 'One two',
      reasoning: null,
      end: 'stop',
      giveBack: null,
      toolCalls: [],
      usage: { promptTokens: 5, completionTokens: 2 },
      firstTokenMs: 10,
      response: {
        id: 'scripted',
        model: 'test-model',
        finishReason: 'stop',
        content: 'One two',
        usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
      },
    });
    expect(seen).toEqual(['One', 'One two']);
  });

  it('is put together of calls that come in pieces, and of what it thinks beside them', async () => {
    model.script(
      calls(
        [
          { id: 'call_1', name: 'look_up', arguments: { city: 'Łódź', days: 3 } },
          { id: 'call_2', name: 'pay now', arguments: '{"broken' },
        ],
        { text: 'Let me see.', reasoning: 'They want the weather.' },
      ),
    );
    const toolCalls = [
      { id: 'call_1', name: 'look_up', arguments: '{"city":"Łódź","days":3}' },
      // No provider takes such a name back.
      { id: 'call_2', name: 'pay now', arguments: '{"broken' },
    ];
    expect(await reply()).toMatchObject({
      text: 'Let me see.',
      reasoning: 'They want the weather.',
      toolCalls,
      response: {
        finishReason: 'tool_calls',
        content: 'Let me see.',
        reasoning: 'They want the weather.',
        toolCalls,
      },
    });
  });

  it('may be calls alone', async () => {
    model.script(call('look_up'));
    expect(await reply()).toMatchObject({ text: '', toolCalls: [{ name: 'look_up', arguments: '{}' }] });
  });

  it('has unknown usage where the provider says nothing of it', async () => {
    model.script(text('One', { usage: null }));
    expect(await reply()).toMatchObject({ text: 'One', usage: null, response: { usage: null } });
  });

  it('stands where the model stopped at its length limit', async () => {
    model.script(text('One tw', { finishReason: 'length' }));
    expect(await reply()).toMatchObject({ text: 'One tw', response: { finishReason: 'length' } });
  });

  it('may be empty where the model says that it is done: AutoGen takes that for a message too', async () => {
    model.script(emptyAnswer());
    expect(await reply()).toMatchObject({ text: '', toolCalls: [] });
  });

  it('is asked for once: retrying is not the client’s', async () => {
    await failureOf({ kind: 'http', status: 500, headers: {}, body: 'Down' });
    expect(model.requests).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['empty at its length limit', text('', { finishReason: 'length' }), 'model_empty_answer'],
    ['white space at its length limit', text(' \n ', { finishReason: 'length' }), 'model_empty_answer'],
    ['held back by a content filter', text('', { finishReason: 'content_filter' }), 'model_refused_request'],
    ['a stream that is cut', cutAnswer('One two three four', 2), 'model_stream_cut'],
    ['a stream that is cut before its first piece', cutAnswer('One two', 0), 'model_stream_cut'],
    [
      'a stream that ends without saying so',
      http('text/event-stream', 'data: {"choices":[{"delta":{"content":"One"}}]}\n\n'),
      'model_stream_cut',
    ],
    ['broken JSON within a stream', malformedJson(), 'model_malformed_answer'],
    ['broken JSON instead of a stream', http('application/json', '{"choices": ['), 'model_malformed_answer'],
    ['a web page', http('text/html', '<!doctype html><title>Log in</title>'), 'model_malformed_answer'],
    ['nothing at all', http('application/json', ''), 'model_malformed_answer'],
    ['a piece that is no object', http('text/event-stream', 'data: null\n\n'), 'model_malformed_answer'],
    [
      'an error within a stream',
      http('text/event-stream', 'data: {"error":{"message":"Overloaded","code":null}}\n\n'),
      'model_unavailable',
    ],
  ])('fails: %s', async (_what, scripted, type) => {
    expect(await failureOf(scripted)).toMatchObject({ name: 'ModelFailure', type });
  });
});

describe('a provider that cannot be reached', () => {
  it('is named with the reason', async () => {
    const failure = await reply({ baseUrl: `http://127.0.0.1:${String(await freePort())}/v1` }).catch(
      (error: unknown) => classifyFailure(error, PLACE),
    );
    expect(failure).toMatchObject({
      type: 'model_unreachable',
      message: 'The model provider at http://127.0.0.1/v1 cannot be reached: ECONNREFUSED',
    });
  });

  it('is named too where the host does not exist', async () => {
    const failure = await reply({ baseUrl: 'http://nowhere.invalid/v1' }).catch((error: unknown) =>
      classifyFailure(error, PLACE),
    );
    expect(failure).toMatchObject({ type: 'model_unreachable' });
  });
});

describe('an abort', () => {
  it('ends the request, whether before or within the answer', async () => {
    for (const afterChunks of [0, 1]) {
      const abort = new AbortController();
      model.script(text('One two', { hold: { afterChunks, until: createGate() } }));
      const answer = reply({ signal: abort.signal });
      await model.received(afterChunks + 1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      abort.abort();
      await expect(answer).rejects.toThrow();
    }
    await waitUntil(() => Promise.resolve(model.requests.every(({ aborted }) => aborted)), {
      what: 'The model',
      timeoutMs: 30_000,
    });
    expect(model.requests).toHaveLength(2);
  });
});
