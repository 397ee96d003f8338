import { ApplicationFailure } from '@temporalio/common';
import type { FailureDetails } from '../../workflows/domain/turnFailure.ts';
import { applicationFailureOf, isRetryable } from '../model/applicationFailure.ts';
import type { ModelFailure } from '../model/modelFailure.ts';

/** How many requests one answer may cost, whatever becomes of them; then a person decides. */
export const MAX_MODEL_CALLS_PER_REPLY = 8;

/** A failure as Temporal takes it: whether trying again can help, and when. */
export function asApplicationFailure(
  failure: ModelFailure,
  calls: number,
  address?: string,
): ApplicationFailure {
  const details: FailureDetails = {
    ...(address === undefined ? {} : { address }),
    requests: { made: calls, atMost: MAX_MODEL_CALLS_PER_REPLY },
  };
  if (isRetryable(failure) && calls >= MAX_MODEL_CALLS_PER_REPLY) {
    return exhausted(calls, failure.message, { ...details, ...failure.details });
  }
  return applicationFailureOf(failure, details);
}

/** The end of trying, with the words of the last failure: they say what to do. */
export function exhausted(
  calls: number,
  last: string | null,
  details: FailureDetails = {},
): ApplicationFailure {
  const made = `${String(calls)} requests were made for this answer, and none succeeded`;
  return ApplicationFailure.nonRetryable(
    last === null ? made : `${made}; the last: ${last}`,
    'model_attempts_exhausted',
    details,
  );
}
