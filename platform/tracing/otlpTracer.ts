import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
  RandomIdGenerator,
} from '@opentelemetry/sdk-trace-base';
import packageJson from '../../package.json' with { type: 'json' };
import type { TraceContext } from '../../workflows/domain/tracing/traceparent.ts';
import type { Logger } from '../logger.ts';
import { withTimeout } from '../withTimeout.ts';
import type { CurrentTrace } from './currentTrace.ts';
import type { OpenSpan, SpanAttributes, SpanStart, Tracer } from './spans.ts';

const CLOSE_TIMEOUT_MS = 2_000;
/** A receiver that is away fails once per batch. */
const COMPLAIN_EVERY_MS = 60_000;

/**
 * Sends spans over OTLP (http/protobuf), as OpenTelemetry's own variables say. Its provider is not made the process's: Sentry has one of
 * its own there, and neither sees the other's spans. What can't be sent is dropped; nobody waits for it.
 */
export function createOtlpTracer(options: {
  process: string;
  commit: string | undefined;
  showsContent: boolean;
  logger: Logger;
}): Tracer {
  const { process, commit, showsContent, logger } = options;
  complainSeldom(logger);
  const ids = new GivenIds();
  const own = resourceFromAttributes({
    'service.name': `colloquy-${process}`,
    'service.namespace': 'colloquy',
    'service.version': packageJson.version,
    ...(commit !== undefined && { 'vcs.ref.head.revision': commit }),
  });
  const provider = new BasicTracerProvider({
    // What the operator says of it in OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES counts more.
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
    idGenerator: ids,
  });
  const tracer = provider.getTracer('colloquy', packageJson.version);
  return {
    showsContent,
    start: ({ name, kind, attributes = {} }, parent) =>
      openOf(
        tracer.startSpan(
          name,
          { kind: kindOf(kind), attributes: mutable(attributes), links: linksTo(parent) },
          under(parent),
        ),
      ),
    record: (span) => {
      ids.give(span);
      const parent = span.parentSpanId === null ? null : { ...span, spanId: span.parentSpanId };
      const { attributes, errorType } = span;
      const recorded = tracer.startSpan(
        span.name,
        { kind: SpanKind.INTERNAL, startTime: span.startMs, attributes },
        under(parent),
      );
      if (errorType !== null) failed(recorded, errorType);
      recorded.end(Math.max(span.startMs, span.endMs));
      ids.give(null);
    },
    close: async () => {
      await withTimeout(provider.shutdown(), CLOSE_TIMEOUT_MS).catch((error: unknown) => {
        logger.warn({ err: error }, 'the last spans could not be sent');
      });
    },
  };
}

function openOf(span: Span): OpenSpan {
  const { traceId, spanId, traceFlags } = span.spanContext();
  // The first who says why knows best.
  let hasFailed = false;
  return {
    trace: { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
    rename: (name) => span.updateName(name),
    set: (attributes) => span.setAttributes(mutable(attributes)),
    fail: (errorType) => {
      if (!hasFailed) failed(span, errorType);
      hasFailed = true;
    },
    end: () => {
      span.end();
    },
  };
}

function failed(span: Span, errorType: string): void {
  span.setAttribute('error.type', errorType).setStatus({ code: SpanStatusCode.ERROR });
}

function kindOf(kind: SpanStart['kind']): SpanKind {
  return [SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT][kind] ?? SpanKind.INTERNAL;
}

function mutable(attributes: SpanAttributes): Record<string, string | number | boolean | string[]> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
}

function under(parent: TraceContext | null) {
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, asSpanContext(parent));
}

function asSpanContext({ traceId, spanId, isSampled }: TraceContext) {
  return { traceId, spanId, isRemote: true, traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE };
}

/** A request with a trace of its own, to which the work leads back. */
function linksTo(parent: CurrentTrace | null) {
  const cause = parent?.cause;
  return cause === undefined || cause.traceId === parent?.traceId ? [] : [{ context: asSpanContext(cause) }];
}

/** Draws ids, unless the next span has some already. */
class GivenIds implements IdGenerator {
  #given: TraceContext | null = null;
  readonly #random = new RandomIdGenerator();

  generateTraceId(): string {
    return this.#given?.traceId ?? this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.#given?.spanId ?? this.#random.generateSpanId();
  }

  give(ids: TraceContext | null): void {
    this.#given = ids;
  }
}

function complainSeldom(logger: Logger): void {
  let quietUntilMs = -Infinity;
  setGlobalErrorHandler((error) => {
    if (performance.now() < quietUntilMs) return;
    quietUntilMs = performance.now() + COMPLAIN_EVERY_MS;
    logger.warn({ err: error }, 'spans could not be sent');
  });
}
