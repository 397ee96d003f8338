import type { RetryPolicy } from '@temporalio/workflow';
import { finalFailures } from './contracts/failures.ts';

/** How short transactions are tried again: soon at first, and for days while the database is away. */
export const triedForDays = {
  initialInterval: '200 milliseconds',
  backoffCoefficient: 2,
  maximumInterval: '15 seconds',
  maximumAttempts: 50_000,
  nonRetryableErrorTypes: finalFailures,
} as const satisfies RetryPolicy;
