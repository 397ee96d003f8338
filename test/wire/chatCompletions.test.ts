import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ModelFailure } from '../../activities/model/modelFailure.ts';
import type { ModelReply } from '../../activities/model/provider.ts';
import { modelProviders } from '../../activities/model/providers.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { type RawServer, startRawServer } from './rawServer.ts';

/** The forms that an answer of Chat Completions may take, one table for each part of it. */
const contents = {
  text: { parts: ['Ra', 'in.'] as Json[], text: 'Rain.', thought: '' },
  'a list of texts': {
    parts: [[{ type: 'text', text: 'Ra' }], [{ type: 'text', text: 'in.' }]] as Json[],
    text: 'Rain.',
    thought: '',
  },
  'thoughts and texts': {
    parts: [
      [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }],
      [
        { type: 'text', text: 'Rain.' },
        { type: 'reference', reference_ids: [1] },
      ],
    ] as Json[],
    text: 'Rain.',
    thought: 'Hm.',
  },
  'null and text': { parts: [null, 'Rain.'] as Json[], text: 'Rain.', thought: '' },
  nothing: { parts: [null] as Json[], text: '', thought: '' },
} as const;

const calls = {
  none: { pieces: [] as Json[], given: [] as string[] },
  text: { pieces: [call('{"a":1}')] as Json[], given: ['{"a":1}'] },
  'an object': { pieces: [call({ a: 1 })] as Json[], given: ['{"a":1}'] },
  null: { pieces: [call(null)] as Json[], given: ['{}'] },
  'an empty text': { pieces: [call('')] as Json[], given: ['{}'] },
  two: { pieces: [call('{"a":1}'), call('{"a":2}', 1)] as Json[], given: ['{"a":1}', '{"a":2}'] },
} as const;

const ends = {
  stop: 'whole',
  tool_calls: 'whole',
  length: 'length',
  content_filter: 'content_filter',
  error: 'broken',
  other: 'broken',
  '': 'none',
  none: 'none',
} as const;

const usages = {
  none: { sent: [] as Json[], read: null },
  once: {
    sent: [{ prompt_tokens: 3, completion_tokens: 2 }] as Json[],
    read: { promptTokens: 3, completionTokens: 2 },
  },
  'in each piece': {
    sent: [
      { prompt_tokens: 3, completion_tokens: 1 },
      { prompt_tokens: 3, completion_tokens: 2 },
    ] as Json[],
    read: { promptTokens: 3, completionTokens: 2 },
  },
} as const;

const transports = [
  'streamed',
  'byte by byte',
  'with carriage returns',
  'without the last empty line',
  'cut',
  'whole',
] as const;

interface Mixture {
  content: keyof typeof contents;
  calls: keyof typeof calls;
  end: keyof typeof ends;
  usage: keyof typeof usages;
  transport: (typeof transports)[number];
}

function call(given: Json, index = 0): Json {
  return { index, id: `c${String(index)}`, type: 'function', function: { name: 'add', arguments: given } };
}

function finishOf(end: Mixture['end']): string | null {
  return end === 'none' ? null : end;
}

function pieces({ content, calls: called, end, usage }: Mixture): Json[] {
  const sent = usages[usage].sent;
  const deltas: Json[] = [
    ...contents[content].parts.map((part) => ({ content: part })),
    ...calls[called].pieces.map((piece) => ({ tool_calls: [piece] })),
  ];
  return [
    ...deltas.map((delta, index) => ({
      id: 'x',
      model: 'm',
      choices: [{ index: 0, delta, finish_reason: null }],
      usage: (sent.length > 1 && index === 0 ? sent[0] : null) ?? null,
    })),
    {
      id: 'x',
      model: 'm',
      choices: [{ index: 0, delta: {}, finish_reason: finishOf(end) }],
      usage: sent.at(-1) ?? null,
    },
  ];
}

function whole({ content, calls: called, end, usage }: Mixture): Json {
  const parts: readonly Json[] = contents[content].parts;
  const isText = parts.every((part) => typeof part === 'string' || part === null);
  const tools = calls[called].pieces;
  return {
    id: 'x',
    model: 'm',
    choices: [
      {
        index: 0,
        finish_reason: finishOf(end),
        message: {
          role: 'assistant',
          content: isText ? contents[content].text || null : parts.flatMap((part) => part as Json[]),
          ...(tools.length === 0 ? {} : { tool_calls: [...tools] }),
        },
      },
    ],
    usage: usages[usage].sent.at(-1) ?? null,
  };
}

function serve(mixture: Mixture, response: ServerResponse): void {
  if (mixture.transport === 'whole') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole(mixture)));
    return;
  }
  const events = pieces(mixture).map((piece) => `data: ${JSON.stringify(piece)}\n\n`);
  const body = `${events.join('')}data: [DONE]\n\n`;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  switch (mixture.transport) {
    case 'streamed':
      response.end(body);
      return;
    case 'byte by byte':
      for (const byte of Buffer.from(body)) response.write(Buffer.of(byte));
      response.end();
      return;
    case 'with carriage returns':
      response.end(`: hello\r\n\r\n${body.replaceAll('\n', '\r\n')}`);
      return;
    case 'without the last empty line':
      response.end(events.join('').trimEnd());
      return;
    case 'cut':
      response.write(events.slice(0, -1).join(''), () => setTimeout(() => response.destroy(), 5));
  }
}

type Outcome = { answer: object } | { failure: string };

/** What the tables predict for a combination. */
function expected({ content, calls: called, end, usage, transport }: Mixture): Outcome {
  const { text, thought } = contents[content];
  const { given } = calls[called];
  const way = ends[end];
  if (transport === 'cut') return { failure: 'model_stream_cut' };
  if (way === 'broken' || (way === 'none' && transport !== 'whole')) return { failure: 'model_stream_cut' };
  const isCut = way === 'length' || way === 'content_filter';
  // Missing arguments may be arguments that were cut off.
  if (isCut && (called === 'null' || called === 'an empty text'))
    return { failure: 'model_unexpected_answer' };
  if (text === '' && given.length === 0 && end !== 'stop' && way !== 'none') {
    return { failure: way === 'content_filter' ? 'model_refused_request' : 'model_empty_answer' };
  }
  return {
    answer: {
      text,
      reasoning: thought === '' ? null : thought,
      end: isCut ? way : given.length > 0 ? 'tool_calls' : 'stop',
      calls: given,
      usage: usages[usage].read,
    },
  };
}

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer();
});
afterAll(() => server.close());

async function outcomeOf(mixture: Mixture): Promise<Outcome> {
  server.answer((response) => {
    serve(mixture, response);
  });
  const connection = modelProviders.chat_completions.connect({ baseUrl: server.baseUrl, apiKey: null });
  const request = { model: 'm', messages: [], stream: true };
  const options = {
    callId: 'call',
    signal: new AbortController().signal,
    now: () => 0,
    onText: () => undefined,
  };
  try {
    const reply: ModelReply = await connection.ask(request, options);
    const { text, reasoning, end, toolCalls, usage } = reply;
    return { answer: { text, reasoning, end, calls: toolCalls.map(({ arguments: given }) => given), usage } };
  } catch (error) {
    const failure = connection.classify(error, 0);
    if (failure instanceof ModelFailure) return { failure: failure.type };
    throw error;
  }
}

const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table)[];

describe.each(transports)('an answer that comes %s', (transport) => {
  describe.each(keysOf(ends))('and ends with "%s"', (end) => {
    it.each(keysOf(contents))('matches the tables, whatever its calls and usage: %s', async (content) => {
      for (const called of keysOf(calls)) {
        for (const usage of keysOf(usages)) {
          const mixture: Mixture = { content, calls: called, end, usage, transport };
          const before = server.count();
          expect({ mixture, outcome: await outcomeOf(mixture) }).toEqual({
            mixture,
            outcome: expected(mixture),
          });
          expect(server.count()).toBe(before + 1);
        }
      }
    });
  });
});

it('is never half an answer, wherever the connection breaks', async () => {
  const mixture: Mixture = {
    content: 'text',
    calls: 'two',
    end: 'tool_calls',
    usage: 'once',
    transport: 'streamed',
  };
  const body = pieces(mixture)
    .map((piece) => `data: ${JSON.stringify(piece)}\n\n`)
    .join('');
  const finished = body.lastIndexOf('data: ');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: finished }), async (at) => {
      server.answer((response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(body.slice(0, at));
      });
      const connection = modelProviders.chat_completions.connect({ baseUrl: server.baseUrl, apiKey: null });
      const options = {
        callId: 'call',
        signal: new AbortController().signal,
        now: () => 0,
        onText: () => undefined,
      };
      await expect(connection.ask({ model: 'm', messages: [] }, options)).rejects.toBeInstanceOf(
        ModelFailure,
      );
    }),
    { numRuns: 60 },
  );
});

describe('a part of an unknown form', () => {
  it.each<[string, Json]>([
    ['content as a number', { content: 7 }],
    ['a part without a type', { content: [{ words: 'Rain.' }] }],
    ['a part of an unknown type', { content: [{ type: 'hologram', hologram: 'x' }] }],
    ['arguments as a list', { tool_calls: [call([1])] }],
    ['a refusal as an object', { refusal: { why: 'x' } }],
    ['reasoning as a number', { reasoning: 7 }],
  ])('is a failure that is not retried: %s', async (_what, delta) => {
    server.answer((response) => {
      const body = JSON.stringify({ choices: [{ delta, finish_reason: 'stop' }] });
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`data: ${body}\n\n`);
    });
    const connection = modelProviders.chat_completions.connect({ baseUrl: server.baseUrl, apiKey: null });
    const options = {
      callId: 'call',
      signal: new AbortController().signal,
      now: () => 0,
      onText: () => undefined,
    };
    await expect(connection.ask({ model: 'm', messages: [] }, options)).rejects.toMatchObject({
      type: 'model_unexpected_answer',
    });
  });
});

describe('an error', () => {
  const limited = { code: 429, message: 'Rate limit exceeded: free-models-per-day' };
  it.each<
    [what: string, status: number, headers: Record<string, string>, body: Json, type: string, words: string]
  >([
    ['under status 200', 200, {}, { error: limited }, 'model_rate_limited', 'free-models-per-day'],
    [
      'as Gemini sends it',
      400,
      {},
      [{ error: { code: 400, message: 'Bad turn.', status: 'INVALID_ARGUMENT' } }],
      'model_refused_request',
      'Bad turn.',
    ],
    [
      'as vLLM sends it',
      400,
      {},
      { object: 'error', message: 'Bad role.', type: 'BadRequestError', code: 400 },
      'model_refused_request',
      'Bad role.',
    ],
    [
      'as Ollama sends it',
      404,
      {},
      { error: 'model "x" not found' },
      'model_not_found',
      'model "x" not found',
    ],
    ['as FastAPI sends it', 422, {}, { detail: 'No such field' }, 'model_refused_request', 'No such field'],
    [
      'of a router',
      400,
      {},
      {
        error: {
          code: 400,
          message: 'Provider returned error',
          metadata: { raw: '{"error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}}' },
        },
      },
      'model_context_too_long',
      '210000 tokens',
    ],
    [
      'of Anthropic',
      400,
      {},
      {
        error: {
          type: 'invalid_request_error',
          message: 'prompt is too long: 210000 tokens > 200000 maximum',
        },
      },
      'model_context_too_long',
      'prompt is too long',
    ],
    [
      'of Gemini’s window',
      400,
      {},
      {
        error: {
          message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
        },
      },
      'model_context_too_long',
      '1048576',
    ],
    [
      'of Mistral’s window',
      400,
      {},
      {
        object: 'error',
        message:
          'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
      },
      'model_context_too_long',
      '32768',
    ],
    [
      'of llama.cpp’s window',
      400,
      {},
      { error: { code: 400, type: 'exceed_context_size_error', message: 'request (9 tokens) exceeds' } },
      'model_context_too_long',
      'exceeds',
    ],
    [
      'that must not be retried',
      500,
      { 'x-should-retry': 'false' },
      { error: { message: 'No.' } },
      'model_unavailable',
      'No.',
    ],
  ])('says what the provider says: %s', async (_what, status, headers, body, type, words) => {
    server.answer((response) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    });
    const connection = modelProviders.chat_completions.connect({ baseUrl: server.baseUrl, apiKey: null });
    const options = {
      callId: 'call',
      signal: new AbortController().signal,
      now: () => 0,
      onText: () => undefined,
    };
    const failure = await connection.ask({ model: 'm', messages: [], stream: true }, options).then(
      () => null,
      (error: unknown) => connection.classify(error, 0),
    );
    expect(failure).toMatchObject({ type, retryable: 'x-should-retry' in headers ? false : null });
    expect(failure instanceof Error ? failure.message : '').toContain(words);
  });
});
