import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';
import type { ConversationActivities } from './contracts/activityTypes.ts';
import { finalFailures } from './contracts/failures.ts';
import { triedForDays } from './triedForDays.ts';

/** Whatever waits on the world outside: the heartbeat makes a dead worker known within seconds and lets a cancel arrive. */
const outsideWorld = {
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    maximumAttempts: 10_000,
    nonRetryableErrorTypes: finalFailures,
  },
} as const satisfies ActivityOptions;

/**
 * Model calls. Attempts are many
 * because a dead database or worker costs nothing but time; how often the model itself is tried is bounded by the
 * ledger, in the activity (MAX_MODEL_CALLS_PER_REPLY).
 */
export const modelActivities = proxyActivities<
  Pick<ConversationActivities, 'generateReply' | 'manage' | 'writeMemory'>
>({
  startToCloseTimeout: '15 minutes',
  ...outsideWorld,
});

/** Look-ups in documents. How often they are tried is bounded in the activity. */
export const knowledgeActivities = proxyActivities<Pick<ConversationActivities, 'lookUpKnowledge'>>({
  startToCloseTimeout: '5 minutes',
  ...outsideWorld,
});

/**
 * Tool calls. Their own time limits and failures are results; an attempt that was lost with its worker is not repeated
 * by the activity unless it may be, so attempts may be many.
 */
export const toolActivities = proxyActivities<Pick<ConversationActivities, 'callTool'>>({
  startToCloseTimeout: '2 hours',
  ...outsideWorld,
});

/** Code in the sandbox: it reaches nothing outside, so a lost attempt is simply made again. */
export const codeActivities = proxyActivities<Pick<ConversationActivities, 'runCode'>>({
  startToCloseTimeout: '1 hour',
  ...outsideWorld,
  retry: { ...outsideWorld.retry, maximumAttempts: 100 },
});

/** The transcript and the inbox: short transactions, retried for days while the database is away. */
export const transcriptActivities = proxyActivities<
  Omit<
    ConversationActivities,
    'generateReply' | 'manage' | 'writeMemory' | 'lookUpKnowledge' | 'callTool' | 'runCode'
  >
>({
  startToCloseTimeout: '15 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: triedForDays,
});
