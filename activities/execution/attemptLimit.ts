import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { withHiddenCause } from '../../platform/hiddenCause.ts';

/** How often an activity is tried that fails in a way nobody has foreseen; then a person is asked. */
const MAX_UNEXPECTED_ATTEMPTS = 6;

/**
 * An activity whose unforeseen failures come to an end. Those of the closed list say by themselves whether they may be
 * tried again, and a database that is away comes back.
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
          message: `It failed ${String(MAX_UNEXPECTED_ATTEMPTS)} times in a way that was not foreseen; the log says how`,
          type: 'unexpected_error',
          nonRetryable: true,
        }),
        error,
      );
    }
  };
}
