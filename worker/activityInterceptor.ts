import type { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { isDatabaseAway } from '../platform/databaseAway.ts';
import type { Logger } from '../platform/logger.ts';
import { withoutValues } from '../platform/withoutValues.ts';

/** Reports errors that are no failure of the closed list. */
export type ReportError = (error: unknown, ids: Record<string, string | number>) => void;

/**
 * One log line for each attempt that fails, with the ids by which its conversation is found; errors outside the closed
 * list of failures are reported. A database that cannot be reached becomes a failure of the list.
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
        const type = failure instanceof ApplicationFailure ? failure.type : 'unexpected';
        logger.warn(
          { ...ids, failureType: type, durationMs: Math.round(performance.now() - startedAt), err: failure },
          'activity attempt failed',
        );
        if (!(failure instanceof ApplicationFailure)) report(failure, ids);
        throw failure;
      }
    },
  };
}

/** Where the error's own type says that the database client failed; whatever has a type already keeps it. */
function asFailure(error: unknown): unknown {
  if (!isDatabaseAway(error)) return withoutValues(error);
  return ApplicationFailure.create({ message: error.message, type: 'database_unavailable' });
}

function conversationIdOf(argument: unknown): string {
  return typeof argument === 'object' && argument !== null && 'conversationId' in argument
    ? String(argument.conversationId)
    : '';
}
