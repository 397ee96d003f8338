import pRetry from 'p-retry';
import { isDatabaseAway } from '../../platform/databaseAway.ts';

/** Together about a minute and a half; beyond that the activity fails, and its next attempt pays anew. */
const RETRIES = 14;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Repeats a write while the database is away. For what must not be lost with the process's attempt: an answer that has
 * been paid for. The write may reach the database twice, and must not show it.
 */
export function throughOutage<T>(write: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return pRetry(write, {
    retries: RETRIES,
    minTimeout: FIRST_PAUSE_MS,
    maxTimeout: LONGEST_PAUSE_MS,
    signal,
    shouldRetry: ({ error }) => isDatabaseAway(error),
  });
}
