import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { withHiddenCause } from '../../platform/hiddenCause.ts';

/** How often an activity is attempted that fails in an unexpected way; then a person is asked. */
const MAX_UNEXPECTED_ATTEMPTS = 6;

/**
 * An activity with a limit on unexpected failures. Failures of the closed list say themselves whether a retry helps,
 * and a database outage is retried without limit.
 */
export function withAttemptLimit<Input, Result>(
  activity: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  return async (input) => {
    try {
      return await activity(input);
    } catch (error) {
      const isForeseen =
        error instanceof ApplicationFailure || error instanceof CancelledFailure || isDatabaseAway(error);
      if (isForeseen || activityInfo().attempt < MAX_UNEXPECTED_ATTEMPTS) throw error;
      throw withHiddenCause(
        ApplicationFailure.create({
          message: `It failed ${String(MAX_UNEXPECTED_ATTEMPTS)} times with an unexpected error; see the worker's log`,
          type: 'unexpected_error',
          nonRetryable: true,
        }),
        error,
      );
    }
  };
}
