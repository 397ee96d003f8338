import { ApplicationFailure } from '@temporalio/common';
import { failures } from '../../workflows/contracts/failures.ts';
import type { FailureDetails } from '../../workflows/domain/turnFailure.ts';
import type { ModelFailure } from './modelFailure.ts';

/** Whether trying again can help: as the type says, unless the provider says that it can't. */
export function isRetryable(failure: ModelFailure): boolean {
  return failure.retryable ?? failures[failure.type].retryable;
}

/** A failure as Temporal takes it: whether trying again can help, and when. The failure's own details override `more`. */
export function applicationFailureOf(failure: ModelFailure, more: FailureDetails = {}): ApplicationFailure {
  return ApplicationFailure.create({
    message: failure.message,
    type: failure.type,
    nonRetryable: !isRetryable(failure),
    details: [{ ...more, ...failure.details }],
    ...(failure.retryAfterMs === null ? {} : { nextRetryDelay: failure.retryAfterMs }),
  });
}
