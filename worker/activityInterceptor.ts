import type { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { isDatabaseAway } from '../platform/databaseAway.ts';
import type { Logger } from '../platform/logger.ts';
import { withoutValues } from '../platform/withoutValues.ts';
import type { ConversationActivities } from '../workflows/contracts/activityTypes.ts';
import { readFailureDetails } from '../workflows/contracts/failureDetails.ts';
import type { FailureDetails } from '../workflows/domain/task.ts';

/** Reports errors that are no failure of the closed list. */
export type ReportError = (error: unknown, ids: Record<string, string | number>) => void;

/** How often a step is tried that fails in a way that nobody foresaw; then a person decides. */
export const UNEXPECTED_ATTEMPTS = 6;

/** The activities whose failure opens a task; what else fails is tried on, and the conversation's page says so. */
const ENDS_WITH_A_PERSON: ReadonlySet<string> = new Set<keyof ConversationActivities>([
  'generateReply',
  'manage',
  'callTool',
  'runCode',
  'recordToolResults',
]);

/**
 * One log line for each attempt that fails, with the ids by which its conversation is found and what could not be
 * reached. A failure that has its type from where it happened is passed on as it is; the database client's own error
 * becomes a failure of the list. Other errors are reported, and after some attempts they are final.
 */
export function createActivityInterceptor(
  context: Context,
  logger: Logger,
  report: ReportError,
): ActivityInboundCallsInterceptor {
  const { activityType, attempt, workflowExecution } = context.info;
  return {
    async execute(input, next) {
      const startedAt = performance.now();
      try {
        return await next(input);
      } catch (error) {
        if (error instanceof CancelledFailure) throw error;
        const ids = {
          activity: activityType,
          attempt,
          workflowId: workflowExecution?.workflowId ?? '',
          runId: workflowExecution?.runId ?? '',
          conversationId: conversationIdOf(input.args[0]),
        };
        const failure = asFailure(error);
        const known = failure instanceof ApplicationFailure;
        const isFinal = !known && ENDS_WITH_A_PERSON.has(activityType) && attempt >= UNEXPECTED_ATTEMPTS;
        logger[isFinal ? 'error' : 'warn'](
          {
            ...ids,
            failureType: known ? failure.type : 'unexpected',
            ...(known ? readFailureDetails(failure.details) : {}),
            durationMs: Math.round(performance.now() - startedAt),
            err: failure,
          },
          isFinal ? 'activity failed' : 'activity attempt failed',
        );
        if (known) throw failure;
        report(failure, ids);
        throw isFinal ? unexpected(failure) : failure;
      }
    },
  };
}

function asFailure(error: unknown): unknown {
  if (!isDatabaseAway(error)) return withoutValues(error);
  const { message, address, reason } = error;
  const details: FailureDetails = { address, words: reason };
  return ApplicationFailure.create({ message, type: 'database_unavailable', details: [details] });
}

function unexpected(error: unknown): ApplicationFailure {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : 'An error without a message';
  return ApplicationFailure.create({ message, type: 'unexpected', nonRetryable: true });
}

function conversationIdOf(argument: unknown): string {
  return typeof argument === 'object' && argument !== null && 'conversationId' in argument
    ? String(argument.conversationId)
    : '';
}
