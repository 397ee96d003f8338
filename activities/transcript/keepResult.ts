import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { withHiddenCause } from '../../platform/hiddenCause.ts';
import { throughOutage } from './throughOutage.ts';

/**
 * Keeps what a deed has brought: an answer that has been paid for, a tool's result, what code has printed. A database
 * that is away is waited for. Whatever else fails is final (`result_not_stored`), since another attempt of the activity
 * would do the deed again: a person decides that.
 */
export async function keepResult<Result>(
  deed: string,
  write: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  try {
    return await throughOutage(write, signal);
  } catch (error) {
    throw signal.aborted ? error : notStored(deed, error);
  }
}

/** What an error is once a deed is done: never one that Temporal tries again. */
export function notStored(deed: string, error: unknown): unknown {
  if (error instanceof CancelledFailure) return error;
  if (error instanceof ApplicationFailure && error.nonRetryable) return error;
  const why = isDatabaseAway(error) ? 'the database was away for too long' : 'the log says why';
  const failure = ApplicationFailure.create({
    message: `${deed}, but what came of it could not be stored: ${why}`,
    type: 'result_not_stored',
    nonRetryable: true,
  });
  return withHiddenCause(failure, error);
}
