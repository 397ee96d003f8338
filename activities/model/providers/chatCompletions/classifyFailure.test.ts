import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { APIConnectionTimeoutError, APIError } from 'openai';
import { failures, type FailureType } from '../../../../workflows/contracts/failures.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { withoutKeys } from '../../withoutKeys.ts';
import { classifyFailure } from './classifyFailure.ts';

const NOW_MS = Date.parse('2026-01-01T00:00:00Z');
const PLACE = { nowMs: NOW_MS, address: 'https://models.example/v1' };

interface Answer {
  status: number;
  code?: string;
  message?: string;
  headers?: Record<string, string>;
}

/** What the client throws on an answer of this kind. */
function answered({ status, code, message = 'Something is wrong.', headers = {} }: Answer): APIError {
  const body = { error: { message, type: 'some_error', param: null, code: code ?? null } };
  return APIError.generate(status, body, undefined, new Headers(headers));
}

function classified(error: unknown): ModelFailure {
  const failure = classifyFailure(error, PLACE);
  if (!(failure instanceof ModelFailure)) throw new Error('Not classified', { cause: failure });
  return failure;
}

describe('an answer with an error', () => {
  const cases: [Answer, FailureType, retried: boolean][] = [
    [{ status: 400 }, 'model_refused_request', false],
    [{ status: 400, code: 'context_length_exceeded' }, 'model_context_too_long', false],
    [
      { status: 400, message: "This model's maximum context length is 8192 tokens." },
      'model_context_too_long',
      false,
    ],
    [
      { status: 400, message: 'the request exceeds the available context size' },
      'model_context_too_long',
      false,
    ],
    [{ status: 401 }, 'model_unauthorized', false],
    [{ status: 402 }, 'model_quota_exhausted', false],
    [{ status: 403 }, 'model_unauthorized', false],
    [{ status: 404 }, 'model_not_found', false],
    [{ status: 408 }, 'model_timed_out', true],
    [{ status: 409 }, 'model_unavailable', true],
    [{ status: 413 }, 'model_context_too_long', false],
    [{ status: 422 }, 'model_refused_request', false],
    [{ status: 425 }, 'model_unavailable', true],
    [{ status: 429 }, 'model_rate_limited', true],
    [{ status: 429, code: 'insufficient_quota' }, 'model_quota_exhausted', false],
    [{ status: 500 }, 'model_unavailable', true],
    [{ status: 502 }, 'model_unavailable', true],
    [{ status: 503 }, 'model_unavailable', true],
    [{ status: 529 }, 'model_unavailable', true],
  ];

  it.each(cases)('%j is %s, tried again: %s', (answer, type, retried) => {
    const failure = classified(answered(answer));
    expect(failure.type).toBe(type);
    expect(failures[failure.type].retryable).toBe(retried);
  });

  it('says the status once, and the provider’s own words', () => {
    expect(classified(answered({ status: 404, message: 'The model `x` does not exist.' })).message).toBe(
      'The model provider at https://models.example/v1 answered 404: The model `x` does not exist.',
    );
  });

  it('keeps to a bounded length of the provider’s words', () => {
    const { message } = classified(answered({ status: 400, message: 'x'.repeat(100_000) }));
    expect(message.length).toBeLessThan(1_100);
  });

  it('carries what the provider asks to wait, and nothing where it does not ask', () => {
    const limited = (headers: Record<string, string>) =>
      classified(answered({ status: 429, headers })).retryAfterMs;
    expect(limited({ 'retry-after': '7' })).toBe(7_000);
    expect(limited({ 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' })).toBe(9_000);
    expect(limited({})).toBeNull();
  });

  it('shows no key that the provider repeats', () => {
    const message = 'Incorrect API key provided: sk-proj-abcd1234efgh. Find yours at example.com.';
    expect(classified(answered({ status: 401, message })).message).not.toMatch(/abcd|1234|efgh/);
  });
});

describe('an error within a stream', () => {
  const inStream = (code: string | null) =>
    new APIError(undefined, { message: 'Broke down', code }, 'Broke down', new Headers());

  it('is an outage', () => {
    expect(classified(inStream(null)).type).toBe('model_unavailable');
  });

  it.each([
    ['context_length_exceeded', 'model_context_too_long'],
    ['insufficient_quota', 'model_quota_exhausted'],
  ])('%s is %s, which no retry mends', (code, type) => {
    expect(classified(inStream(code)).type).toBe(type);
  });
});

describe('no answer in time', () => {
  it('is a failure of its own, not one of the connection', () => {
    expect(classified(new APIConnectionTimeoutError()).type).toBe('model_timed_out');
  });
});

describe('an answer that breaks off', () => {
  /** Sends the beginning of an answer, and then as `how` says. */
  async function breakOf(how: string): Promise<unknown> {
    const server = createServer((_request, response) => {
      const { socket } = response;
      if (how === 'not as it is packed') response.setHeader('content-encoding', 'gzip');
      if (how === 'shorter than it said') response.setHeader('content-length', '100');
      response.writeHead(200);
      response.write('the beginning', () => {
        if (how === 'not as it is packed') response.end();
        else if (how === 'reset') socket?.resetAndDestroy();
        else if (how === 'no chunk') socket?.end('zz\r\n');
        else socket?.end();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const answer = await fetch(`http://127.0.0.1:${String(port)}`);
      return await answer.text().catch((error: unknown) => error);
    } finally {
      server.close();
    }
  }

  it.each(['closed', 'reset', 'shorter than it said', 'no chunk', 'not as it is packed'])(
    '(%s) is known by what its error is',
    async (how) => {
      expect(classified(await breakOf(how)).type).toBe('model_stream_cut');
    },
  );

  it.each(['terminated', 'other side closed', 'socket hang up', 'Premature close', 'aborted', 'ByteString'])(
    'is not known by words: %s',
    (words) => {
      const ours = new TypeError(words, { cause: new Error(words) });
      expect(classifyFailure(ours, PLACE)).toBe(ours);
    },
  );
});

describe('other errors', () => {
  it('stay as they are where they are classified already or none of the provider’s', () => {
    const failure = new ModelFailure('model_empty_answer', 'Nothing');
    const ours = new Error('The table is gone');
    expect(classifyFailure(failure, PLACE)).toBe(failure);
    expect(classifyFailure(ours, PLACE)).toBe(ours);
    expect(classifyFailure('a string', PLACE)).toBe('a string');
  });
});

describe('a sentence without keys', () => {
  it.each([
    ['Wrong key: sk-abcdefgh12345678', 'Wrong key: [key]'],
    ['Wrong key: sk-proj-abc_DEF-123', 'Wrong key: [key]'],
    ['Wrong key: sk-test****6789', 'Wrong key: [key]'],
    ['Wrong key: gsk_abcdefgh12345678', 'Wrong key: [key]'],
    ['Wrong key: hf_abcdefgh12345678', 'Wrong key: [key]'],
    ['Wrong key: AIzaSyA-1234567890abcdefghijklmnop', 'Wrong key: [key]'],
    ['Sent "Bearer abc.def" instead', 'Sent "Bearer [key] instead'],
  ])('%s', (message, expected) => {
    expect(withoutKeys(message)).toBe(expected);
  });

  it('keeps words that only look a little like one', () => {
    const message = 'The task-force asked a risk-averse monkey about sk- and a pk.';
    expect(withoutKeys(message)).toBe(message);
  });
});
