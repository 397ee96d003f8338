import {
  ContinueAsNew,
  defaultPayloadConverter,
  type Headers,
  log,
  proxySinks,
  type Sinks,
  type WorkflowInboundCallsInterceptor,
  workflowInfo,
  type WorkflowInterceptorsFactory,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { derivedSpanId, traceIdOfRun } from './domain/tracing/derivedIds.ts';
import type { EndedSpan } from './domain/tracing/endedSpan.ts';
import {
  formatTraceparent,
  parseTraceparent,
  type TraceContext,
  traceHeaders,
} from './domain/tracing/traceparent.ts';
import {
  noteActivity,
  type OpenTurn,
  outerTurn,
  placeOf,
  turnKey,
  type TurnPlace,
} from './domain/tracing/turnSpans.ts';

/** What a workflow tells its worker of its spans; nothing of it is in the history. */
export interface TracingSinks extends Sinks {
  tracing: { spanEnded(span: EndedSpan): void };
}

const { tracing } = proxySinks<TracingSinks>();

/**
 * Passes the trace of the request that started a workflow, or steered it last, on to all that the workflow does, and tells of
 * its run and of its turns as spans. It changes no command but by headers, draws no random number, and keeps nothing but ids,
 * names and times.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const trace = new WorkflowTrace();
  return { inbound: [inboundOf(trace)], outbound: [outboundOf(trace)] };
};

class WorkflowTrace {
  #parent: TraceContext | null = null;
  #cause: TraceContext | null = null;
  #turns: OpenTurn[] = [];
  #conversationId: string | null = null;

  begin(headers: Headers, argument: unknown): void {
    this.#parent = traceIn(headers, traceHeaders.parent);
    this.#cause ??= traceIn(headers, traceHeaders.cause);
    this.#turns = turnsIn(headers);
    this.#conversationId = conversationIdOf(argument);
  }

  /** Takes note of a request that steers the workflow. */
  steer(headers: Headers): void {
    this.#cause = traceIn(headers, traceHeaders.parent) ?? this.#cause;
  }

  /** The span of the workflow's run, from its start over all that it continues as. */
  get run(): TraceContext {
    const { workflowId, firstExecutionRunId } = workflowInfo();
    return {
      traceId: this.#parent?.traceId ?? traceIdOfRun(firstExecutionRunId),
      spanId: derivedSpanId(`${workflowId} ${firstExecutionRunId}`),
      isSampled: this.#parent?.isSampled ?? true,
    };
  }

  /** What log lines carry. */
  get ids(): { traceId: string; requestTraceId?: string } {
    const { traceId } = this.run;
    const cause = this.#cause?.traceId;
    return { traceId, ...(cause !== undefined && cause !== traceId && { requestTraceId: cause }) };
  }

  /** The headers of something that the workflow does, at a span of it. */
  headersAt(span: TraceContext): Headers {
    return {
      [traceHeaders.parent]: defaultPayloadConverter.toPayload(formatTraceparent(span)),
      ...(this.#cause !== null && {
        [traceHeaders.cause]: defaultPayloadConverter.toPayload(formatTraceparent(this.#cause)),
      }),
    };
  }

  /** The headers with which the workflow continues as new: its parent stays, and its turns go on. */
  continuation(): Headers {
    const headers = this.headersAt(this.#parent ?? this.run);
    if (this.#parent === null) Reflect.deleteProperty(headers, traceHeaders.parent);
    if (this.#turns.length === 0) return headers;
    return { ...headers, [traceHeaders.turns]: defaultPayloadConverter.toPayload(this.#turns) };
  }

  /** Takes note of an activity; returns its span's parent. */
  note(argument: unknown): TraceContext {
    const place = placeOf(argument);
    if (place === null) return this.run;
    const { open, ended } = noteActivity(this.#turns, place, Date.now());
    for (const turn of ended) this.#tell(turn);
    this.#turns = open;
    return this.#spanOf(place);
  }

  end(error: unknown): void {
    for (const turn of this.#turns) this.#tell(turn);
    this.#turns = [];
    const { workflowType, startTime, runStartTime } = workflowInfo();
    const isConversation = workflowType === 'conversation';
    tracing.spanEnded({
      ...this.run,
      name: isConversation ? 'invoke_workflow conversation' : `RunWorkflow:${workflowType}`,
      parentSpanId: this.#parent?.spanId ?? null,
      startMs: (startTime ?? runStartTime).getTime(),
      endMs: Date.now(),
      attributes: {
        ...(isConversation && {
          'gen_ai.operation.name': 'invoke_workflow',
          'gen_ai.workflow.name': workflowType,
        }),
        ...this.#common(),
      },
      errorType: error === null ? null : error instanceof Error ? error.name : 'Error',
    });
  }

  #tell(turn: OpenTurn): void {
    const outer = outerTurn(this.#turns, turn);
    tracing.spanEnded({
      ...this.#spanOf(turn),
      name: `invoke_agent ${turn.speaker}`,
      parentSpanId: (outer === null ? this.run : this.#spanOf(outer)).spanId,
      startMs: turn.fromMs,
      endMs: turn.toMs,
      attributes: {
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.agent.name': turn.speaker,
        'colloquy.turn': turn.turn,
        'colloquy.scope': turn.scope,
        ...this.#common(),
      },
      errorType: null,
    });
  }

  #spanOf(place: TurnPlace): TraceContext {
    return { ...this.run, spanId: derivedSpanId(`${workflowInfo().firstExecutionRunId} ${turnKey(place)}`) };
  }

  #common(): Record<string, string> {
    const { workflowId } = workflowInfo();
    return {
      'temporal.workflow.id': workflowId,
      ...(this.#conversationId !== null && { 'gen_ai.conversation.id': this.#conversationId }),
    };
  }
}

// Each returns the very promise that it got: a promise of its own would come later by some turns of the queue, and with it what
// the workflow does next, which recorded histories would notice.

function inboundOf(trace: WorkflowTrace): WorkflowInboundCallsInterceptor {
  return {
    execute(input, next) {
      trace.begin(input.headers, input.args[0]);
      const result = next(input);
      result.then(
        () => {
          trace.end(null);
        },
        (error: unknown) => {
          if (!(error instanceof ContinueAsNew)) trace.end(error);
        },
      );
      return result;
    },
    handleSignal(input, next) {
      trace.steer(input.headers);
      log.info('signal received', { signal: input.signalName, ...trace.ids });
      return next(input);
    },
    handleUpdate(input, next) {
      trace.steer(input.headers);
      log.info('update received', { update: input.name, ...trace.ids });
      return next(input);
    },
  };
}

function outboundOf(trace: WorkflowTrace): WorkflowOutboundCallsInterceptor {
  return {
    scheduleActivity(input, next) {
      const parent = trace.note(input.args[0]);
      const result = next({ ...input, headers: { ...input.headers, ...trace.headersAt(parent) } });
      const note = () => {
        trace.note(input.args[0]);
      };
      result.then(note, note);
      return result;
    },
    startChildWorkflowExecution(input, next) {
      return next({ ...input, headers: { ...input.headers, ...trace.headersAt(trace.run) } });
    },
    signalWorkflow(input, next) {
      return next({ ...input, headers: { ...input.headers, ...trace.headersAt(trace.run) } });
    },
    continueAsNew(input, next) {
      return next({ ...input, headers: { ...input.headers, ...trace.continuation() } });
    },
    getLogAttributes(input, next) {
      return next({ ...input, ...trace.ids });
    },
  };
}

function traceIn(headers: Headers, name: string): TraceContext | null {
  const text = valueIn(headers, name);
  return typeof text === 'string' ? parseTraceparent(text) : null;
}

function turnsIn(headers: Headers): OpenTurn[] {
  const turns = valueIn(headers, traceHeaders.turns);
  return Array.isArray(turns) ? (turns as OpenTurn[]) : [];
}

function valueIn(headers: Headers, name: string): unknown {
  const payload = headers[name];
  return payload === undefined ? undefined : defaultPayloadConverter.fromPayload(payload);
}

function conversationIdOf(argument: unknown): string | null {
  if (typeof argument !== 'object' || argument === null || !('conversationId' in argument)) return null;
  return String(argument.conversationId);
}
