import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { withHiddenCause } from '../../platform/hiddenCause.ts';
import { throughOutage } from './throughOutage.ts';

/**
 * Stores the result of an action: a paid answer, a tool's result, the output of code. It waits while the database is
 * away. Any other failure is final (`result_not_stored`), since another attempt of the activity would repeat the
 * action; a person decides instead.
 */
export async function keepResult<Result>(
  action: string,
  write: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  try {
    return await throughOutage(write, signal);
  } catch (error) {
    throw signal.aborted ? error : notStored(action, error);
  }
}

/** What an error is once an action is taken: never one that Temporal tries again. */
export function notStored(action: string, error: unknown): unknown {
  if (error instanceof CancelledFailure) return error;
  if (error instanceof ApplicationFailure && error.nonRetryable) return error;
  const why = isDatabaseAway(error)
    ? 'the database could not be reached for too long'
    : "see the worker's log";
  const failure = ApplicationFailure.create({
    message: `${action}, but the result could not be stored: ${why}`,
    type: 'result_not_stored',
    nonRetryable: true,
  });
  return withHiddenCause(failure, error);
}
