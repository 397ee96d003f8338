import { types } from 'node:util';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk';
import type { FailureType } from '../../../../workflows/contracts/failures.ts';
import { saysContextTooLong } from '../../contextTooLong.ts';
import { type ErrorPlace, typeOfStatus } from '../../failureOfError.ts';
import { fieldsOf, textOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { readRetryAfter } from '../../retryAfter.ts';
import { withoutKeys } from '../../withoutKeys.ts';
import { classifyFailure } from '../chatCompletions/classifyFailure.ts';

/** Anthropic's types of errors, which come with a status or, in a stream, without one. */
const TYPES: Record<string, FailureType> = {
  authentication_error: 'model_unauthorized',
  permission_error: 'model_unauthorized',
  billing_error: 'model_quota_exhausted',
  not_found_error: 'model_not_found',
  request_too_large: 'model_context_too_long',
  rate_limit_error: 'model_rate_limited',
  timeout_error: 'model_timed_out',
  api_error: 'model_unavailable',
  overloaded_error: 'model_unavailable',
};

/** Converts an error of the Messages API. Errors that don't come from the provider are returned unchanged. */
export function classifyError(error: unknown, place: ErrorPlace): unknown {
  if (error instanceof APIConnectionTimeoutError) {
    return new ModelFailure(
      'model_timed_out',
      `The model provider at ${place.address} did not answer in time`,
      { address: place.address },
    );
  }
  if (error instanceof APIConnectionError) {
    return new ModelFailure(
      'model_unreachable',
      `The model provider at ${place.address} cannot be reached: ${causeOf(error)}`,
      { address: place.address },
    );
  }
  if (error instanceof APIError) {
    const { status, headers, error: body } = error as APIError;
    const { type, message } = fieldsOf(fieldsOf(body)['error'] ?? body);
    const words = textOf(message) || error.message;
    const retryAfterMs = readRetryAfter(headers, place.nowMs);
    const answered = status === undefined ? 'with an error' : String(status);
    return new ModelFailure(
      typeOf(textOf(type), status, words),
      `The model provider at ${place.address} answered ${answered}: ${withoutKeys(words)}`,
      {
        address: place.address,
        words: withoutKeys(words),
        ...(status === undefined ? {} : { status }),
        ...(retryAfterMs === null ? {} : { retryAfterMs }),
        retryable: headers?.get('x-should-retry') === 'false' ? false : undefined,
        refusesStreaming: status === 400 && /stream(ing)? is not (supported|allowed)/i.test(words),
      },
    );
  }
  return classifyFailure(error, place);
}

/** An error within a stream, as a failure of the call. */
export function failureInStream(event: unknown): ModelFailure {
  const { type, message } = fieldsOf(fieldsOf(event)['error']);
  const words = textOf(message) || 'no reason was given';
  return new ModelFailure(
    typeOf(textOf(type), undefined, words),
    `The model provider answered with an error: ${withoutKeys(words)}`,
  );
}

function typeOf(type: string, status: number | undefined, words: string): FailureType {
  if (status !== 429 && saysContextTooLong({ code: null, type, message: words })) {
    return 'model_context_too_long';
  }
  if (/credit balance is too low/i.test(words)) return 'model_quota_exhausted';
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  // Gateways have types of their own.
  return known ?? (status === undefined ? 'model_unavailable' : typeOfStatus(status));
}

function causeOf(error: Error): string {
  const { cause } = error;
  if (!types.isNativeError(cause)) return error.message;
  const inner = types.isNativeError(cause.cause) ? cause.cause : cause;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message;
}
