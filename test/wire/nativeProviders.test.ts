import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ModelFailure } from '../../activities/model/modelFailure.ts';
import type { ModelReply } from '../../activities/model/provider.ts';
import { modelProviders } from '../../activities/model/providers.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { contentBlock, messageEvents, messageObject } from './messageEvents.ts';
import { type RawAnswer, type RawServer, send, sse, startRawServer, wholeTransports } from './rawServer.ts';
import { outputItem, responseEvents, responseObject } from './responseEvents.ts';

/** An answer, independent of any provider's format. */
interface Said {
  thought: string | null;
  texts: string[];
  /** Arguments of its calls, as they were sent. */
  calls: string[];
  end: 'stop' | 'length' | 'content_filter' | 'refusal';
  hasUsage: boolean;
}

interface Form {
  events: { type: string }[];
  whole: object;
}

/** How a provider sends it, and how it reports an error midway. */
interface Writer {
  model: string;
  write: (said: Said) => Form;
  errors: [event: { type: string } & Record<string, Json>, type: string][];
  /** HTTP statuses with their bodies. */
  refusals: [answer: RawAnswer, type: string][];
  usage: { promptTokens: number; completionTokens: number };
  ends: Said['end'][];
}

const callName = (index: number) => `tool_${String(index)}`;

const writers: Record<'responses' | 'anthropic_messages', Writer> = {
  responses: {
    model: 'gpt-5',
    ends: ['stop', 'length', 'content_filter', 'refusal'],
    usage: { promptTokens: 30, completionTokens: 9 },
    write: (said) => {
      const texts = said.texts.map((text) =>
        said.end === 'refusal' ? outputItem.refusal(text) : outputItem.text(text),
      );
      const scripted = {
        output: [
          ...(said.thought === null ? [] : [outputItem.reasoning(said.thought, 'sealed')]),
          ...texts,
          ...said.calls.map((given, index) => outputItem.call(`c${String(index)}`, callName(index), given)),
        ],
        status: said.end === 'length' || said.end === 'content_filter' ? ('incomplete' as const) : undefined,
        incompleteDetails: { reason: said.end === 'length' ? 'max_output_tokens' : 'content_filter' },
        usage: said.hasUsage ? undefined : null,
      };
      const { status, usage, ...others } = scripted;
      const script = {
        ...others,
        ...(status === undefined ? {} : { status }),
        ...(usage === undefined ? {} : { usage }),
      };
      return {
        events: responseEvents('resp_1', 'gpt-5', script),
        whole: responseObject('resp_1', 'gpt-5', script, status ?? 'completed'),
      };
    },
    errors: [
      [{ type: 'error', code: 'server_error', message: 'Boom', param: null }, 'model_unavailable'],
      [{ type: 'error', code: 'rate_limit_exceeded', message: 'Slow', param: null }, 'model_rate_limited'],
      [
        { type: 'error', error: { code: 'context_length_exceeded', message: 'Too long' } },
        'model_context_too_long',
      ],
      [
        {
          type: 'response.failed',
          response: { id: 'resp_1', status: 'failed', error: { code: 'invalid_prompt', message: 'No' } },
        },
        'model_refused_request',
      ],
    ],
    refusals: [
      [
        refusal(429, { error: { message: 'Slow', code: null } }, { 'retry-after': '7' }),
        'model_rate_limited',
      ],
      [refusal(400, { error: { message: 'Bad', code: null } }), 'model_refused_request'],
      [
        refusal(400, { error: { message: 'Long', code: 'context_length_exceeded' } }),
        'model_context_too_long',
      ],
      [refusal(500, { error: { message: 'Boom', code: null } }), 'model_unavailable'],
      [refusal(401, { error: { message: 'Key', code: null } }), 'model_unauthorized'],
    ],
  },
  anthropic_messages: {
    model: 'claude-sonnet-4-5',
    ends: ['stop', 'length', 'refusal'],
    usage: { promptTokens: 30, completionTokens: 9 },
    write: (said) => {
      const reasons = { stop: 'end_turn', length: 'max_tokens', refusal: 'refusal', content_filter: '' };
      const script = {
        content: [
          ...(said.thought === null ? [] : [contentBlock.thinking(said.thought, 'signed')]),
          ...said.texts.map((text) => contentBlock.text(text)),
          ...said.calls.map((given, index) =>
            contentBlock.call(`c${String(index)}`, callName(index), JSON.parse(given) as Json),
          ),
        ],
        stopReason: said.end === 'stop' && said.calls.length > 0 ? 'tool_use' : reasons[said.end],
        ...(said.hasUsage ? {} : { usage: {} }),
      };
      return {
        events: messageEvents('claude-sonnet-4-5', script),
        whole: messageObject('claude-sonnet-4-5', script),
      };
    },
    errors: [
      [streamError('overloaded_error', 'Overloaded'), 'model_unavailable'],
      [streamError('api_error', 'Boom'), 'model_unavailable'],
      [streamError('rate_limit_error', 'Slow'), 'model_rate_limited'],
      [streamError('invalid_request_error', 'prompt is too long: 9 tokens > 8'), 'model_context_too_long'],
    ],
    refusals: [
      [refusal(529, streamError('overloaded_error', 'Overloaded')), 'model_unavailable'],
      [refusal(429, streamError('rate_limit_error', 'Slow'), { 'retry-after': '7' }), 'model_rate_limited'],
      [refusal(400, streamError('invalid_request_error', 'Bad')), 'model_refused_request'],
      [
        refusal(400, streamError('invalid_request_error', 'prompt is too long: 2 > 1')),
        'model_context_too_long',
      ],
      [
        refusal(400, streamError('invalid_request_error', 'Your credit balance is too low')),
        'model_quota_exhausted',
      ],
      [refusal(413, streamError('request_too_large', 'Large')), 'model_context_too_long'],
      [refusal(401, streamError('authentication_error', 'Key')), 'model_unauthorized'],
      [refusal(404, streamError('not_found_error', 'model: x')), 'model_not_found'],
    ],
  },
};

function streamError(type: string, message: string) {
  return { type: 'error', error: { type, message } };
}

function refusal(status: number, body: object, headers: Record<string, string> = {}): RawAnswer {
  return { status, type: 'application/json', body: JSON.stringify(body), headers };
}

const THOUGHTS = [null, 'It is late.'];
const TEXTS = [[], ['One 😀 word'], ['One ', 'and two']];
const CALLS = [[], ['{}'], ['{"city":"Rome","n":[1,2]}', '{"city":"Oslo"}']];

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer();
});
afterAll(() => server.close());

async function outcome(
  name: keyof typeof writers,
  answer: RawAnswer,
): Promise<{ reply: ModelReply; shown: string[] } | { failure: ModelFailure }> {
  server.answer((response) => {
    send(response, answer);
  });
  const connection = modelProviders[name].connect({ baseUrl: server.baseUrl, apiKey: 'key' });
  const shown: string[] = [];
  const options = {
    signal: new AbortController().signal,
    now: () => 0,
    onText: (text: string) => void shown.push(text),
  };
  try {
    return { reply: await connection.ask({ model: writers[name].model }, options), shown };
  } catch (error) {
    return { failure: connection.classify(error, 0) as ModelFailure };
  }
}

describe.each(['responses', 'anthropic_messages'] as const)('answers of %s', (name) => {
  const { write, usage, ends, errors, refusals } = writers[name];
  const combinations = Object.keys(wholeTransports).flatMap((transport) =>
    THOUGHTS.flatMap((thought) =>
      TEXTS.flatMap((texts) =>
        CALLS.flatMap((calls) =>
          ends.flatMap((end) =>
            [true, false].map((hasUsage) => ({ transport, thought, texts, calls, end, hasUsage })),
          ),
        ),
      ),
    ),
  );

  it(`are read completely, or rejected as incomplete, in each of ${String(combinations.length)} combinations`, async () => {
    for (const { transport, ...said } of combinations) {
      const asked = server.count();
      const form = write(said);
      const way = wholeTransports[transport as keyof typeof wholeTransports];
      const got = await outcome(name, way(form.events, form.whole));
      expect({ said, transport, requests: server.count() - asked }).toMatchObject({ requests: 1 });
      const text = said.texts.join('');
      const isNothing = text === '' && said.calls.length === 0;
      if (isNothing && (said.end === 'length' || said.end === 'content_filter')) {
        expect({ said, transport, got }).toMatchObject({
          got: {
            failure: {
              type: said.end === 'length' ? 'model_empty_answer' : 'model_refused_request',
            },
          },
        });
        continue;
      }
      // Anthropic states it for the whole answer; OpenAI by the parts of the answer.
      const isRefusal = said.end === 'refusal' && (name === 'anthropic_messages' || text !== '');
      const calls = isRefusal && name === 'anthropic_messages' ? [] : said.calls;
      const isOver = said.end === 'stop' || (said.end === 'refusal' && !isRefusal);
      const end = isOver ? (calls.length > 0 ? 'tool_calls' : 'stop') : said.end;
      expect({ said, transport, got }).toMatchObject({
        got: {
          reply: {
            text: isRefusal && text === '' ? 'The model declined to answer.' : text,
            reasoning: said.thought,
            end,
            toolCalls: calls.map((given, index) => ({
              id: `c${String(index)}`,
              name: callName(index),
              arguments: given,
            })),
            usage: said.hasUsage ? usage : null,
          },
        },
      });
      if ('reply' in got && got.shown.length > 0) expect(got.shown.at(-1)).toBe(text);
    }
  });

  it('are failures if they are cut anywhere before their end', async () => {
    const said = {
      thought: 'Hm',
      texts: ['Some words'],
      calls: ['{"a":1}'],
      end: 'stop',
      hasUsage: true,
    } as const;
    const { events } = write({ ...said, texts: [...said.texts], calls: [...said.calls] });
    const last = events.findIndex(({ type }) => type === 'message_delta' || type === 'response.completed');
    for (let kept = 0; kept < last; kept += 1) {
      for (const breaks of [false, true]) {
        const got = await outcome(name, { ...sse(events.slice(0, kept)), breaks });
        const type = kept === 0 && !breaks ? 'model_malformed_answer' : 'model_stream_cut';
        expect({ kept, breaks, got }).toMatchObject({ got: { failure: { type } } });
      }
    }
  });

  it.each(errors)('are failures if the stream says %j', async (event, type) => {
    const { events } = write({ thought: null, texts: ['Half'], calls: [], end: 'stop', hasUsage: true });
    for (const before of [0, 1, 4]) {
      const got = await outcome(name, sse([...events.slice(0, before), event, ...events.slice(before)]));
      expect(got).toMatchObject({ failure: { type } });
    }
    const whole = await outcome(name, sse([...events, event]));
    expect(whole).toMatchObject({ reply: { text: 'Half', end: 'stop' } });
  });

  it.each(refusals)('are failures by their status: %j', async (answer, type) => {
    const got = await outcome(name, answer);
    expect(got).toMatchObject({
      failure: { type, retryAfterMs: answer.headers?.['retry-after'] === undefined ? null : 7_000 },
    });
  });

  it.each([
    ['a page', { type: 'text/html', body: '<html>Bad gateway</html>' }],
    ['nothing', { type: 'text/event-stream', body: '' }],
    ['only that it is done', { type: 'text/event-stream', body: 'data: [DONE]\n\n' }],
    ['another JSON', { type: 'application/json', body: '{"ok":true}' }],
    ['half a JSON', { type: 'application/json', body: '{"id":"x","outp' }],
    ['broken events', { type: 'text/event-stream', body: 'data: {"type":\n\n' }],
  ])('are failures if they are %s', async (_, answer) => {
    expect(await outcome(name, answer)).toMatchObject({ failure: { type: 'model_malformed_answer' } });
  });

  it('are the same however they are split into packets', async () => {
    const pieces = fc.record({
      thought: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
      texts: fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
      calls: fc.array(
        fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }).map((given) => JSON.stringify(given)),
        { maxLength: 2 },
      ),
      cuts: fc.array(fc.nat(400), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(pieces, async ({ cuts, ...said }) => {
        const form = write({ ...said, end: 'stop', hasUsage: true });
        const whole = await outcome(name, wholeTransports['as a whole'](form.events, form.whole));
        const bytes = Buffer.from(sse(form.events).body);
        server.answer((response) => {
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          let from = 0;
          for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
            response.write(bytes.subarray(from, cut));
            from = Math.max(from, cut);
          }
          response.end();
        });
        const connection = modelProviders[name].connect({ baseUrl: server.baseUrl, apiKey: null });
        const streamed = await connection.ask(
          { model: writers[name].model },
          { signal: new AbortController().signal, now: () => 0, onText: () => undefined },
        );
        if (!('reply' in whole)) throw whole.failure;
        const { firstTokenMs: _streamed, response: _left, giveBack: givenBack, ...left } = streamed;
        const { firstTokenMs: _whole, response: _right, giveBack, ...right } = whole.reply;
        expect(left).toEqual(right);
        expect(JSON.stringify(givenBack)).toBe(JSON.stringify(giveBack));
      }),
      { numRuns: 60 },
    );
  });
});

/** A finish reason that a provider gives, streamed and whole, and what it means; null: it is unknown. */
const CLAUDE_ENDS: [reason: Json, end: ModelReply['end'] | null][] = [
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_use', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['pause_turn', 'length'],
  ['refusal', 'refusal'],
  [null, null],
  ['', null],
  ['error', null],
  ['END_TURN', null],
  ['toString', null],
];

it.each(CLAUDE_ENDS)('accepts an answer if its stop reason is known: %j', async (stopReason, end) => {
  const script = { content: [contentBlock.text('Words')], stopReason };
  const model = 'claude-sonnet-4-5';
  for (const way of Object.values(wholeTransports)) {
    const got = await outcome(
      'anthropic_messages',
      way(messageEvents(model, script), messageObject(model, script)),
    );
    if (end !== null) expect(got).toMatchObject({ reply: { text: 'Words', end } });
    else expect(got).toMatchObject({ failure: { type: 'model_stream_cut' } });
  }
});

const RESPONSE_ENDS: [reason: Json, end: ModelReply['end'] | null][] = [
  ['max_output_tokens', 'length'],
  ['max_messages', 'length'],
  ['steered', 'length'],
  ['content_filter', 'content_filter'],
  [null, 'length'],
  ['error', null],
  ['toString', null],
];

it.each(RESPONSE_ENDS)('treats a response as cut if the reason is known: %j', async (reason, end) => {
  const script = {
    output: [outputItem.text('Words')],
    status: 'incomplete' as const,
    incompleteDetails: reason === null ? null : { reason },
  };
  const form = {
    events: responseEvents('resp_1', 'gpt-5', script),
    whole: responseObject('resp_1', 'gpt-5', script, 'incomplete'),
  };
  for (const way of Object.values(wholeTransports)) {
    const got = await outcome('responses', way(form.events, form.whole));
    if (end !== null) expect(got).toMatchObject({ reply: { text: 'Words', end } });
    else expect(got).toMatchObject({ failure: { type: 'model_stream_cut' } });
  }
});

it('shortens an unknown finish reason', async () => {
  const reason = 'x'.repeat(100_000);
  const claude = messageObject('claude-sonnet-4-5', { content: [], stopReason: reason });
  const script = { output: [], incompleteDetails: { reason } };
  const openAi = responseObject('resp_1', 'gpt-5', script, 'incomplete');
  for (const [name, whole] of [
    ['anthropic_messages', claude],
    ['responses', openAi],
  ] as const) {
    const got = await outcome(name, { type: 'application/json', body: JSON.stringify(whole) });
    expect(got).toMatchObject({
      failure: { type: 'model_stream_cut', message: expect.stringMatching(/^.{1,200}$/) },
    });
  }
});

it('sends back thoughts with their signatures, and encrypted reasoning', async () => {
  const said: Said = { thought: 'Hm', texts: [], calls: ['{"a":1}'], end: 'stop', hasUsage: true };
  const claude = await outcome('anthropic_messages', sse(writers.anthropic_messages.write(said).events));
  expect(claude).toMatchObject({
    reply: {
      giveBack: {
        provider: 'anthropic_messages',
        model: 'claude-sonnet-4-5',
        items: [
          { type: 'thinking', thinking: 'Hm', signature: 'signed' },
          { type: 'tool_use', id: 'c0', name: 'tool_0', input: { a: 1 } },
        ],
      },
    },
  });
  const openAi = await outcome('responses', sse(writers.responses.write(said).events));
  expect(openAi).toMatchObject({
    reply: {
      giveBack: {
        provider: 'responses',
        model: 'gpt-5',
        items: [
          { type: 'reasoning', encrypted_content: 'sealed' },
          { type: 'function_call', call_id: 'c0' },
        ],
      },
    },
  });
});

it('reads excessively nested calls as arguments that no tool can be called with', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const claude = `{"id":"m","stop_reason":"tool_use","content":[{"type":"thinking","thinking":"Hm","signature":"s"},{"type":"tool_use","id":"c","name":"f","input":{"a":${deep}}}],"usage":{}}`;
  const openAi = `{"id":"r","status":"completed","output":[{"type":"reasoning","encrypted_content":"x","summary":[]},{"type":"function_call","call_id":"c","name":"f","arguments":{"a":${deep}}}]}`;
  for (const [name, body] of [
    ['anthropic_messages', claude],
    ['responses', openAi],
  ] as const) {
    const got = await outcome(name, { type: 'application/json', body });
    expect(got).toMatchObject({
      reply: { giveBack: null, toolCalls: [{ id: 'c', arguments: 'They are nested too deeply to be read' }] },
    });
  }
});

it('reads an answer that the model was made to give through a tool', async () => {
  const script = {
    content: [contentBlock.text('Here:'), contentBlock.call('c', 'final_answer', { degrees: 21 })],
    stopReason: 'tool_use',
  };
  server.answer((response) => {
    send(response, sse(messageEvents('claude-3-haiku-20240307', script)));
  });
  const connection = modelProviders.anthropic_messages.connect({ baseUrl: server.baseUrl, apiKey: 'key' });
  const tools = [
    {
      name: 'final_answer',
      description: 'Give your final answer by calling this function, in this shape.',
      input_schema: {},
    },
  ];
  const options = { signal: new AbortController().signal, now: () => 0, onText: () => undefined };
  const reply = await connection.ask({ model: 'claude-3-haiku-20240307', tools }, options);
  expect(reply).toMatchObject({ text: '{"degrees":21}', toolCalls: [], end: 'stop', giveBack: null });
});
