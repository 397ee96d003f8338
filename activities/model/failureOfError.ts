import { failures, type FailureType } from '../../workflows/contracts/failures.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import { saysContextTooLong } from './contextTooLong.ts';
import type { ErrorBody } from './errorBody.ts';
import { ModelFailure } from './modelFailure.ts';
import { readRetryAfter } from './retryAfter.ts';
import { withoutKeys } from './withoutKeys.ts';

/** When and where an error came: `nowMs` is for a Retry-After that names a date, `address` for people. */
export interface ErrorPlace {
  nowMs: number;
  address: string;
}

/** Types by the code, type or status word that a provider gives; they say more than a status. */
const TYPES_BY_WORD: Record<string, FailureType> = {
  insufficient_quota: 'model_quota_exhausted',
  billing_error: 'model_quota_exhausted',
  billing_hard_limit_reached: 'model_quota_exhausted',
  invalid_api_key: 'model_unauthorized',
  authentication_error: 'model_unauthorized',
  permission_error: 'model_unauthorized',
  UNAUTHENTICATED: 'model_unauthorized',
  PERMISSION_DENIED: 'model_unauthorized',
  model_not_found: 'model_not_found',
  not_found_error: 'model_not_found',
  NOT_FOUND: 'model_not_found',
  rate_limit_error: 'model_rate_limited',
  rate_limit_exceeded: 'model_rate_limited',
  RESOURCE_EXHAUSTED: 'model_rate_limited',
  overloaded_error: 'model_unavailable',
  server_error: 'model_unavailable',
  api_error: 'model_unavailable',
  UNAVAILABLE: 'model_unavailable',
  INTERNAL: 'model_unavailable',
  timeout_error: 'model_timed_out',
  DEADLINE_EXCEEDED: 'model_timed_out',
  content_policy_violation: 'model_refused_request',
  content_filter: 'model_refused_request',
  invalid_request_error: 'model_refused_request',
  INVALID_ARGUMENT: 'model_refused_request',
};

/** What an error that a provider has told means. `status`: of the answer, where that was not 200. */
export function failureOfError(
  error: ErrorBody,
  answer: { status: number | null; headers?: Headers | undefined },
  { nowMs, address }: ErrorPlace,
): ModelFailure {
  const status = answer.status ?? error.status;
  const told = typeOf(error, status);
  const shouldRetry = answer.headers?.get('x-should-retry');
  const type = shouldRetry === 'true' && !failures[told].retryable ? 'model_unavailable' : told;
  const words = withoutKeys(error.message);
  const retryAfterMs = readRetryAfter(answer.headers, nowMs) ?? error.retryAfterMs;
  const statusText = status === null ? 'with an error' : String(status);
  return new ModelFailure(type, `The model provider at ${address} answered ${statusText}: ${words}`, {
    address,
    words: storableText(words),
    ...(status === null ? {} : { status }),
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    retryable: shouldRetry === 'false' ? false : undefined,
    refusesStreaming: refusesStreaming(error, status),
  });
}

function typeOf(error: ErrorBody, status: number | null): FailureType {
  const { code, type } = error;
  if (status === 413) return 'model_context_too_long';
  // A limit of tokens a minute speaks of tokens, too.
  if (status !== 429 && status !== 401 && status !== 403 && saysContextTooLong(error)) {
    return 'model_context_too_long';
  }
  const byCode = wordType(code);
  if (byCode !== null && (status === null || failsAs(byCode, status))) return byCode;
  const byType = wordType(type);
  if (byType === 'model_quota_exhausted') return byType;
  return status === null ? (byType ?? 'model_unavailable') : typeOfStatus(status);
}

/** Words make a status more exact, and never turn a refusal into an outage or the other way round. */
function failsAs(type: FailureType, status: number): boolean {
  return (
    type === 'model_quota_exhausted' || failures[type].retryable === failures[typeOfStatus(status)].retryable
  );
}

function wordType(word: string | null): FailureType | null {
  return word !== null && Object.hasOwn(TYPES_BY_WORD, word) ? (TYPES_BY_WORD[word] ?? null) : null;
}

/** What a status says where nothing says it better. */
export function typeOfStatus(status: number): FailureType {
  switch (status) {
    case 401:
    case 403:
      return 'model_unauthorized';
    case 402:
      return 'model_quota_exhausted';
    case 404:
      return 'model_not_found';
    case 408:
      return 'model_timed_out';
    case 409:
    case 425:
      return 'model_unavailable';
    case 413:
      return 'model_context_too_long';
    case 429:
      return 'model_rate_limited';
    default:
      return status >= 500 ? 'model_unavailable' : 'model_refused_request';
  }
}

/** OpenAI names the field; others have no code for it. */
function refusesStreaming({ param, message }: ErrorBody, status: number | null): boolean {
  if (status !== 400 && status !== 422) return false;
  if (param === 'stream' || param === 'stream_options') return true;
  return /verified to stream|(does not|doesn['’]t|not) support(ed)? (for )?stream|stream(ing)? is not supported/i.test(
    message.slice(0, 1_000),
  );
}
