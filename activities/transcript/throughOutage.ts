import { activityInfo } from '@temporalio/activity';
import pRetry from 'p-retry';
import { isDatabaseAway } from '../../platform/databaseAway.ts';

/** Beyond that the activity fails, for good where a action would be taken again. */
const LONGEST_OUTAGE_MS = 10 * 60_000;
const SHORTEST_OUTAGE_MS = 90_000;
/** What is left for saying so, before Temporal takes the attempt for lost and makes another. */
const MARGIN_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Repeats a write while the database is away, for ten minutes or as long as the attempt has time. For results that
 * must not be lost with the attempt, such as a paid answer. The write may reach the database twice and must be
 * idempotent.
 */
export function throughOutage<T>(write: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return pRetry(write, {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: outageMs(Date.now()),
    minTimeout: FIRST_PAUSE_MS,
    maxTimeout: LONGEST_PAUSE_MS,
    signal,
    shouldRetry: ({ error }) => isDatabaseAway(error),
  });
}

function outageMs(nowMs: number): number {
  const { currentAttemptScheduledTimestampMs, startToCloseTimeoutMs } = activityInfo();
  const leftMs = currentAttemptScheduledTimestampMs + startToCloseTimeoutMs - nowMs - MARGIN_MS;
  return Math.min(LONGEST_OUTAGE_MS, Math.max(SHORTEST_OUTAGE_MS, leftMs));
}
