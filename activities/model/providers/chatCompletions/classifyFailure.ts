import { types } from 'node:util';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { FailureType } from '../../../../workflows/contracts/failures.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { readRetryAfter } from '../../retryAfter.ts';

/** The longest part of a provider's own words that is kept. */
const MESSAGE_LIMIT = 1_000;

/** When and where an error came: `nowMs` is for a Retry-After that names a date, `address` for people. */
export interface ErrorPlace {
  nowMs: number;
  address: string;
}

/**
 * The one place that knows what an error of Chat Completions means. Errors that are none of the provider's come back as
 * they are.
 */
export function classifyFailure(error: unknown, { nowMs, address }: ErrorPlace): unknown {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new ModelFailure('model_timed_out', `The model provider at ${address} did not answer in time`);
  }
  if (error instanceof APIConnectionError) {
    return new ModelFailure(
      'model_unreachable',
      `The model provider at ${address} cannot be reached: ${causeOf(error)}`,
    );
  }
  if (isApiError(error)) {
    const type = typeOfStatus(error);
    const retryAfterMs = readRetryAfter(error.headers, nowMs);
    return new ModelFailure(
      type,
      `The model provider answered ${statusOf(error)}: ${wordsOf(error)}`,
      retryAfterMs,
      error.status === undefined ? {} : { status: error.status },
    );
  }
  if (error instanceof SyntaxError) {
    return new ModelFailure('model_malformed_answer', 'The model provider sent something that is not JSON');
  }
  if (isUnsendableKey(error)) {
    return new ModelFailure('model_unauthorized', 'The key has characters that cannot be sent');
  }
  if (isBrokenConnection(error)) {
    return new ModelFailure('model_stream_cut', 'The connection broke before the answer was complete');
  }
  return error;
}

/** A sentence of a provider's without anything that looks like a key: OpenAI repeats parts of a wrong one. */
export function withoutKeys(message: string): string {
  return message
    .replace(/\b(sk|pk|key|rk)-[\w*.-]{4,}/gi, '[key]')
    .replace(/\b(gsk|hf)_[\w*]{4,}|\bAIza[\w*-]{20,}/g, '[key]')
    .replace(/Bearer\s+\S+/gi, 'Bearer [key]')
    .slice(0, MESSAGE_LIMIT);
}

function isApiError(error: unknown): error is APIError {
  return error instanceof APIError;
}

function typeOfStatus(error: APIError): FailureType {
  const { status, code } = error;
  if (code === 'context_length_exceeded' || status === 413) return 'model_context_too_long';
  if (code === 'insufficient_quota' || status === 402) return 'model_quota_exhausted';
  // An error event within a stream has no status.
  if (status === undefined) return 'model_unavailable';
  if (status === 400 && /context (length|size|window)|too many tokens|maximum context/i.test(error.message)) {
    return 'model_context_too_long';
  }
  if (status === 401 || status === 403) return 'model_unauthorized';
  if (status === 404) return 'model_not_found';
  if (status === 429) return 'model_rate_limited';
  if (status === 408) return 'model_timed_out';
  if (status === 409 || status === 425 || status >= 500) return 'model_unavailable';
  return 'model_refused_request';
}

function statusOf(error: APIError): string {
  return error.status === undefined ? 'with an error' : String(error.status);
}

/** The client puts the status in front of what the provider says. */
function wordsOf(error: APIError): string {
  const status = `${String(error.status)} `;
  return withoutKeys(error.message.startsWith(status) ? error.message.slice(status.length) : error.message);
}

function causeOf(error: Error): string {
  const { cause } = error;
  if (!types.isNativeError(cause)) return error.message;
  const inner = types.isNativeError(cause.cause) ? cause.cause : cause;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message;
}

/** What `fetch` says of such a header repeats it. */
function isUnsendableKey(error: unknown): boolean {
  return types.isNativeError(error) && /invalid header value|ByteString/.test(error.message);
}

function isBrokenConnection(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = types.isNativeError(error.cause) && 'code' in error.cause ? error.cause.code : undefined;
  return (
    error.message === 'terminated' ||
    /premature close|other side closed|aborted|socket hang up/i.test(error.message) ||
    code === 'UND_ERR_SOCKET' ||
    code === 'ECONNRESET'
  );
}
