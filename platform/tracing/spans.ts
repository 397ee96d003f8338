import type { EndedSpan } from '../../workflows/domain/tracing/endedSpan.ts';
import type { TraceContext } from '../../workflows/domain/tracing/traceparent.ts';
import { type CurrentTrace, currentTrace, inTrace, newSpanId, newTrace } from './currentTrace.ts';

/** OpenTelemetry's numbers. */
export const spanKinds = { internal: 0, server: 1, client: 2 } as const;

export type SpanAttributes = Record<string, string | number | boolean | readonly string[]>;

export interface SpanStart {
  name: string;
  kind: (typeof spanKinds)[keyof typeof spanKinds];
  attributes?: SpanAttributes;
}

/** A span that is open. */
export interface OpenSpan {
  readonly trace: TraceContext;
  rename: (name: string) => void;
  set: (attributes: SpanAttributes) => void;
  /** Says that it failed, and with what type of error; never in whose words, as they may hold anything. */
  fail: (errorType: string) => void;
  end: () => void;
}

/** Records spans; there is one in a process whose operator wants them. */
export interface Tracer {
  /** Begins a span under a parent; null: it is the first of its trace. */
  start: (span: SpanStart, parent: CurrentTrace | null) => OpenSpan;
  /** Records a span whose ids and times are known. */
  record: (span: EndedSpan) => void;
  /** Whether prompts and answers may stand in spans. */
  showsContent: boolean;
  /** Sends what is still here, two seconds at most. */
  close: () => Promise<void>;
}

const KEY = Symbol.for('colloquy.tracer');
/** On globalThis: the web server and its built routes each have a copy of this module. */
const holder = globalThis as { [KEY]?: Tracer };

/** Has spans recorded from now on. */
export function useTracer(tracer: Tracer | undefined): void {
  if (tracer === undefined) Reflect.deleteProperty(holder, KEY);
  else holder[KEY] = tracer;
}

/** Begins a span that its caller ends: of what was given, or the first of a trace. Where nothing is recorded, it only has ids. */
export function openSpan(span: SpanStart, parent: TraceContext | null): OpenSpan {
  const tracer = holder[KEY];
  if (tracer !== undefined) return tracer.start(span, parent);
  const trace = parent === null ? newTrace() : { ...parent, spanId: newSpanId() };
  return { ...NOT_RECORDED, trace };
}

/**
 * Does something as a span of the current trace. Where nothing is recorded it is simply done. What it throws is the span's error, by
 * its type.
 */
export async function inSpan<Result>(
  span: SpanStart,
  work: (span: OpenSpan) => Promise<Result>,
): Promise<Result> {
  const tracer = holder[KEY];
  const parent = currentTrace();
  if (tracer === undefined) return work({ ...NOT_RECORDED, trace: parent ?? NOWHERE });
  const open = tracer.start(span, parent ?? null);
  const { cause } = parent ?? {};
  try {
    return await inTrace({ ...open.trace, ...(cause !== undefined && { cause }) }, () => work(open));
  } catch (error) {
    open.fail(errorTypeOf(error));
    throw error;
  } finally {
    open.end();
  }
}

/** Records a span of a workflow's. */
export function recordSpan(span: EndedSpan): void {
  holder[KEY]?.record(span);
}

/** Whether prompts and answers may stand in spans. */
export function spansShowContent(): boolean {
  return holder[KEY]?.showsContent ?? false;
}

/** Sends what has been recorded and not yet sent; two seconds at most. */
export async function closeTracer(): Promise<void> {
  await holder[KEY]?.close();
}

const NOWHERE: TraceContext = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), isSampled: false };
const NOT_RECORDED: Omit<OpenSpan, 'trace'> = {
  rename: () => undefined,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

/** Our failures have a type from a closed list; of all others the class is what is known. No words: they may hold anything. */
function errorTypeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  return 'type' in error && typeof error.type === 'string' && NAME.test(error.type) ? error.type : error.name;
}

const NAME = /^[\w.:-]{1,100}$/;
