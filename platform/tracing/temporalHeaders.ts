import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import {
  formatTraceparent,
  parseTraceparent,
  type TraceContext,
  traceHeaders,
} from '../../workflows/domain/tracing/traceparent.ts';
import { type CurrentTrace, currentTrace } from './currentTrace.ts';
import { inSpan, spanKinds } from './spans.ts';

/** Has whatever a client starts, signals or updates carry the trace that it does so for; without one it carries none. */
export const traceCalls: WorkflowClientInterceptor = {
  startWithDetails: (input, next) =>
    traced(`StartWorkflow:${input.workflowType}`, input.options.workflowId, (headers) =>
      next({ ...input, headers: { ...input.headers, ...headers } }),
    ),
  signal: (input, next) =>
    traced(`SignalWorkflow:${input.signalName}`, input.workflowExecution.workflowId, (headers) =>
      next({ ...input, headers: { ...input.headers, ...headers } }),
    ),
  signalWithStart: (input, next) =>
    traced(`SignalWithStartWorkflow:${input.workflowType}`, input.options.workflowId, (headers) =>
      next({ ...input, headers: { ...input.headers, ...headers } }),
    ),
  startUpdate: (input, next) =>
    traced(`UpdateWorkflow:${input.updateName}`, input.workflowExecution.workflowId, (headers) =>
      next({ ...input, headers: { ...input.headers, ...headers } }),
    ),
};

function traced<Result>(
  name: string,
  workflowId: string | undefined,
  call: (headers: Headers) => Promise<Result>,
): Promise<Result> {
  if (currentTrace() === undefined) return call({});
  const attributes = workflowId === undefined ? {} : { 'temporal.workflow.id': workflowId };
  return inSpan({ name, kind: spanKinds.client, attributes }, () => call(headersOf(currentTrace())));
}

function headersOf(trace: TraceContext | undefined): Headers {
  if (trace === undefined) return {};
  return { [traceHeaders.parent]: defaultPayloadConverter.toPayload(formatTraceparent(trace)) };
}

/** The trace that an activity was given; null: by a workflow that knew of none. */
export function traceOfHeaders(headers: Headers): CurrentTrace | null {
  const parent = traceIn(headers, traceHeaders.parent);
  if (parent === null) return null;
  const cause = traceIn(headers, traceHeaders.cause);
  return { ...parent, ...(cause !== null && { cause }) };
}

function traceIn(headers: Headers, name: string): TraceContext | null {
  const payload = headers[name];
  if (payload === undefined) return null;
  const text: unknown = defaultPayloadConverter.fromPayload(payload);
  return typeof text === 'string' ? parseTraceparent(text) : null;
}
