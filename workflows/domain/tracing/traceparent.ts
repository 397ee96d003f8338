/** Where something stands in a trace, in the terms of W3C Trace Context. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** The span that is at work, 16 hexadecimal digits. */
  spanId: string;
  /** Whether its spans are recorded. */
  isSampled: boolean;
}

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const SAMPLED = 1;

/** Reads the header `traceparent`; null: it is none. Of a later version, what this version has is read. */
export function parseTraceparent(text: string): TraceContext | null {
  const [, version, traceId, spanId, flags, rest] = FORM.exec(text) ?? [];
  if (version === undefined || traceId === undefined || spanId === undefined || flags === undefined)
    return null;
  if (version === 'ff' || (version === '00' && rest !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

/** The header `traceparent` of a place in a trace. */
export function formatTraceparent({ traceId, spanId, isSampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/** The names under which a trace travels in the headers of Temporal's commands and messages. */
export const traceHeaders = {
  /** The trace of a workflow's run, and the span in it at which the receiver's begin. */
  parent: 'traceparent',
  /** The request that steered the run last, if it has a trace of its own. */
  cause: 'colloquy-cause',
  /** The turns that are under way when a workflow continues as new. */
  turns: 'colloquy-turns',
} as const;
