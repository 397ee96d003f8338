import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { TraceContext } from '../../workflows/domain/tracing/traceparent.ts';

/** What is at work, and in which trace. */
export interface CurrentTrace extends TraceContext {
  /** The request that steered the work last, if it has a trace of its own. */
  cause?: TraceContext;
}

const KEY = Symbol.for('colloquy.trace');
const holder = globalThis as { [KEY]?: AsyncLocalStorage<CurrentTrace> };
/** On globalThis: the web server and its built routes each have a copy of this module. */
const storage = (holder[KEY] ??= new AsyncLocalStorage<CurrentTrace>());

/** The trace that whoever calls this works for; undefined: for nobody's. */
export function currentTrace(): CurrentTrace | undefined {
  return storage.getStore();
}

/** Does something in a trace, with all that it calls and awaits. */
export function inTrace<Result>(trace: CurrentTrace, work: () => Result): Result {
  return storage.run(trace, work);
}

/** A trace that begins here. */
export function newTrace(): TraceContext {
  return { traceId: randomBytes(16).toString('hex'), spanId: newSpanId(), isSampled: true };
}

export function newSpanId(): string {
  return randomBytes(8).toString('hex');
}

/** What each log line says of the trace that it belongs to. */
export function traceOfLine(): { traceId?: string; requestTraceId?: string } {
  const trace = currentTrace();
  if (trace === undefined) return {};
  const cause = trace.cause?.traceId;
  return {
    traceId: trace.traceId,
    ...(cause !== undefined && cause !== trace.traceId && { requestTraceId: cause }),
  };
}
