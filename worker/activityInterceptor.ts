import type { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { isDatabaseAway } from '../platform/databaseAway.ts';
import { hiddenCauseOf } from '../platform/hiddenCause.ts';
import type { Logger } from '../platform/logger.ts';
import { withoutValues } from '../platform/withoutValues.ts';
import { readFailureDetails } from '../workflows/domain/readFailureDetails.ts';
import type { FailureDetails } from '../workflows/domain/turnFailure.ts';

/** Reports errors that are no failure of the closed list. */
export type ReportError = (error: unknown, ids: Record<string, string | number>) => void;

/**
 * Logs one line for each failed attempt, with the ids of its conversation and what could not be reached. A failure
 * with a type is passed on unchanged; the database client's errors become failures of the list. Other errors are
 * reported.
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
        const unexpected = known ? withoutValues(hiddenCauseOf(failure)) : failure;
        logger.warn(
          {
            ...ids,
            failureType: known ? failure.type : 'unexpected',
            ...(known ? readFailureDetails(failure.details) : {}),
            durationMs: Math.round(performance.now() - startedAt),
            err: unexpected ?? failure,
          },
          'activity attempt failed',
        );
        if (unexpected !== undefined) report(unexpected, ids);
        throw failure;
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

function conversationIdOf(argument: unknown): string {
  return typeof argument === 'object' && argument !== null && 'conversationId' in argument
    ? String(argument.conversationId)
    : '';
}
