import { newSpanId, newTrace } from '../../platform/tracing/currentTrace.ts';
import { type SpanAttributes, type Tracer, useTracer } from '../../platform/tracing/spans.ts';

/** A span as a test hears of it. */
export interface HeardSpan {
  name: string;
  spanId: string;
  /** Null: it is the first of its trace. */
  parentSpanId: string | null;
  attributes: SpanAttributes;
  errorType: string | null;
  isEnded: boolean;
}

/** Hears this process's spans from now on, until `stop`. */
export function hearSpans({ showsContent = false } = {}): { spans: HeardSpan[]; stop: () => void } {
  const spans: HeardSpan[] = [];
  const tracer: Tracer = {
    showsContent,
    start: ({ name, attributes = {} }, parent) => {
      const trace = parent === null ? newTrace() : { ...parent, spanId: newSpanId() };
      const span: HeardSpan = {
        name,
        spanId: trace.spanId,
        parentSpanId: parent?.spanId ?? null,
        attributes: { ...attributes },
        errorType: null,
        isEnded: false,
      };
      spans.push(span);
      return {
        trace,
        rename: (to) => (span.name = to),
        set: (more) => Object.assign(span.attributes, more),
        fail: (type) => (span.errorType ??= type),
        end: () => (span.isEnded = true),
      };
    },
    record: () => undefined,
    close: () => Promise.resolve(),
  };
  useTracer(tracer);
  return {
    spans,
    stop: () => {
      useTracer(undefined);
    },
  };
}
