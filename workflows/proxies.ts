import { proxyActivities } from '@temporalio/workflow';
import type { ConversationActivities } from './contracts/activityTypes.ts';
import { failures } from './contracts/failures.ts';

const finalFailures = Object.entries(failures).flatMap(([type, { retryable }]) => (retryable ? [] : [type]));

/**
 * Model calls. The heartbeat makes a dead worker known within seconds and lets a cancel arrive. Attempts are many
 * because a dead database or worker costs nothing but time; how often the model itself is tried is bounded by the
 * ledger, in the activity (MAX_MODEL_CALLS_PER_REPLY).
 */
export const modelActivities = proxyActivities<Pick<ConversationActivities, 'generateReply'>>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    maximumAttempts: 10_000,
    nonRetryableErrorTypes: finalFailures,
  },
});

/** The transcript and the inbox: short transactions, tried for days while the database is away. */
export const transcriptActivities = proxyActivities<Omit<ConversationActivities, 'generateReply'>>({
  startToCloseTimeout: '15 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: {
    initialInterval: '200 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '15 seconds',
    maximumAttempts: 50_000,
    nonRetryableErrorTypes: finalFailures,
  },
});
