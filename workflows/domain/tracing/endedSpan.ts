import type { TraceContext } from './traceparent.ts';

/** A span of a workflow's that has ended, as its worker is told. It holds ids, names and times, and no text of a conversation. */
export interface EndedSpan extends TraceContext {
  name: string;
  /** Null: it is the first of its trace. */
  parentSpanId: string | null;
  startMs: number;
  endMs: number;
  attributes: Record<string, string | number>;
  /** What it failed with, by its type; null: it did not. */
  errorType: string | null;
}
