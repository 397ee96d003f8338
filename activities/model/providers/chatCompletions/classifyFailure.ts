import { types } from 'node:util';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { type ErrorPlace, failureOfError } from '../../failureOfError.ts';
import { ModelFailure } from '../../modelFailure.ts';

/** Converts an error of OpenAI's client. Errors that don't come from the provider are returned unchanged. */
export function classifyFailure(error: unknown, place: ErrorPlace): unknown {
  const { address } = place;
  const failure = (type: ModelFailure['type'], message: string) =>
    new ModelFailure(type, message, { address });
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return failure('model_timed_out', `The model provider at ${address} did not answer in time`);
  }
  if (error instanceof APIConnectionError) {
    const cause = causeOf(error);
    return TIMEOUTS.has(cause)
      ? failure('model_timed_out', `The model provider at ${address} did not answer in time: ${cause}`)
      : failure('model_unreachable', `The model provider at ${address} cannot be reached: ${cause}`);
  }
  if (isApiError(error)) {
    const { status = null, code, type, param, headers } = error;
    return failureOfError(
      {
        message: wordsOf(error),
        code: code ?? null,
        type: type ?? null,
        param: param ?? null,
        status: null,
        retryAfterMs: retryAfterOf(error.error),
      },
      { status, headers },
      place,
    );
  }
  if (error instanceof SyntaxError) {
    return failure(
      'model_malformed_answer',
      `The model provider at ${address} sent something that is not JSON`,
    );
  }
  if (isBrokenConnection(error)) {
    return failure(
      'model_stream_cut',
      `The connection to the model provider at ${address} broke before the answer was complete`,
    );
  }
  return error;
}

/** What Node's fetch says where a server is connected and silent. */
const TIMEOUTS: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

function isApiError(error: unknown): error is APIError {
  return error instanceof APIError;
}

/** The client puts the status in front of what the provider says. */
function wordsOf(error: APIError): string {
  const status = `${String(error.status)} `;
  return error.message.startsWith(status) ? error.message.slice(status.length) : error.message;
}

/** See wholeErrors.ts, which puts it there. */
function retryAfterOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('retryAfterMs' in body)) return null;
  return typeof body.retryAfterMs === 'number' ? body.retryAfterMs : null;
}

function causeOf(error: Error): string {
  const { cause } = error;
  if (!types.isNativeError(cause)) return error.message;
  const inner = types.isNativeError(cause.cause) ? cause.cause : cause;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message;
}

/**
 * Codes of the system, of undici, of its parser (HPE_) and of zlib (Z_) where what began to arrive does not arrive whole.
 */
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);

/** By its code or its causes': `fetch` says "terminated" of every one. */
function isBrokenConnection(error: unknown): boolean {
  for (let each = error; types.isNativeError(each); each = each.cause) {
    const code: unknown = Reflect.get(each, 'code');
    if (typeof code === 'string' && (BROKEN.has(code) || /^(HPE|Z)_/.test(code))) return true;
    // Not every error of undici's parser has a code.
    if (each.name === 'HTTPParserError') return true;
  }
  return false;
}
