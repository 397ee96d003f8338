import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';
import { inTrace, traceOfLine } from '../platform/tracing/currentTrace.ts';
import { inSpan, spanKinds } from '../platform/tracing/spans.ts';
import { traceOfHeaders } from '../platform/tracing/temporalHeaders.ts';

/** Has each attempt at an activity work in the trace that its workflow gave it, as a span of it; its log lines say so. */
export function traceActivities({ info }: Context): ActivityInterceptors {
  const { activityType, activityId, attempt, workflowExecution } = info;
  return {
    inbound: {
      execute(input, next) {
        const trace = traceOfHeaders(input.headers);
        if (trace === null) return next(input);
        const attributes = {
          'temporal.activity.id': activityId,
          'temporal.activity.attempt': attempt,
          'temporal.workflow.id': workflowExecution?.workflowId ?? '',
          'temporal.run.id': workflowExecution?.runId ?? '',
        };
        const span = { name: `RunActivity:${activityType}`, kind: spanKinds.internal, attributes };
        return inTrace(trace, () => inSpan(span, () => next(input)));
      },
    },
    outbound: {
      getLogAttributes: (input, next) => next({ ...input, ...traceOfLine() }),
    },
  };
}
