import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatRequest, FinishReason, Usage } from '../../ops/demo-model/wire.ts';
import {
  completion,
  errorBody,
  finishChunk,
  reasoningChunk,
  sseEvent,
  textChunk,
  tokenise,
  toolCallChunk,
  usageChunk,
  usageOf,
} from '../../ops/demo-model/wire.ts';

/** How a scripted model handles one request. */
export type ScriptedReply = TextReply | HttpReply;

/** An answer, streamed if the request asks for it. */
export interface TextReply {
  kind: 'text';
  text: string;
  /** The pieces in which it is streamed; by default about one token each. */
  chunks?: string[];
  /** The pause before each piece. */
  chunkDelayMs?: number;
  /** After this many pieces nothing more is sent until the gate opens (0: not even the headers). */
  hold?: { afterChunks: number; until: Gate };
  /** After this many pieces the connection is closed. */
  cutAfterChunks?: number;
  /** Null: the provider states no usage. By default it is counted. */
  usage?: Usage | null;
  finishReason?: FinishReason;
  /** Its reasoning before the answer. */
  reasoning?: string;
  /** Tools that it calls after its text. */
  toolCalls?: ScriptedCall[];
}

/** A tool call; it gets an id if none is given. */
export interface ScriptedCall {
  id?: string;
  name: string;
  /** JSON text as it is, or a value that is converted to JSON. */
  arguments: string | Record<string, unknown>;
}

/** Anything that is not an answer: an error, or invalid data. */
export interface HttpReply {
  kind: 'http';
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Something that waits until a test releases it. */
export interface Gate {
  opened: Promise<void>;
  open: () => void;
}

export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

export function text(answer: string, options: Omit<TextReply, 'kind' | 'text'> = {}): TextReply {
  return { kind: 'text', text: answer, ...options };
}

/** An answer that calls tools. */
export function calls(
  toolCalls: ScriptedCall[],
  options: Omit<Partial<TextReply>, 'kind' | 'toolCalls'> = {},
): TextReply {
  return { kind: 'text', text: '', ...options, toolCalls };
}

/** An answer that calls one tool. */
export function call(name: string, given: ScriptedCall['arguments'] = {}, id?: string): TextReply {
  return calls([{ name, arguments: given, ...(id === undefined ? {} : { id }) }]);
}

/** An answer that is complete but empty. */
export function emptyAnswer(): TextReply {
  return text('');
}

/** An answer whose connection is lost midway. */
export function cutAnswer(answer: string, afterChunks = 2): TextReply {
  return text(answer, { cutAfterChunks: afterChunks });
}

export function httpError(
  status: number,
  error: { message: string; type: string; code?: string },
  headers: Record<string, string> = {},
): HttpReply {
  const body = JSON.stringify(errorBody(error.message, error.type, error.code ?? null));
  return { kind: 'http', status, headers: { 'content-type': 'application/json', ...headers }, body };
}

export function unauthorized(): HttpReply {
  return httpError(401, {
    message: 'Incorrect API key provided.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  });
}

export function rateLimited(retryAfterSeconds: number): HttpReply {
  return httpError(
    429,
    { message: 'Rate limit reached.', type: 'requests', code: 'rate_limit_exceeded' },
    { 'retry-after': String(retryAfterSeconds) },
  );
}

export function contextTooLong(): HttpReply {
  return httpError(400, {
    message: "This model's maximum context length is 8192 tokens.",
    type: 'invalid_request_error',
    code: 'context_length_exceeded',
  });
}

export function modelNotFound(model: string): HttpReply {
  return httpError(404, {
    message: `The model \`${model}\` does not exist.`,
    type: 'invalid_request_error',
    code: 'model_not_found',
  });
}

export function serverError(status = 500): HttpReply {
  return httpError(status, { message: 'The server had an error.', type: 'server_error' });
}

/** A stream whose second piece is not JSON. */
export function malformedJson(): HttpReply {
  const body = `${sseEvent(textChunk('scripted', 'scripted', 'So far '))}data: {"choices": [{"delta":\n\n`;
  return { kind: 'http', status: 200, headers: { 'content-type': 'text/event-stream' }, body };
}

/** Sends a reply. Rejects when `gone` aborts: nobody is reading any more. */
export async function sendReply(
  reply: ScriptedReply,
  request: ChatRequest,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  if (reply.kind === 'http') {
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
    return;
  }
  if (reply.hold?.afterChunks === 0) await waitFor(reply.hold.until, gone);
  if (request.stream) await streamText(reply, request, response, gone);
  else sendWhole(reply, request, response);
}

function sendWhole(reply: TextReply, request: ChatRequest, response: ServerResponse): void {
  const usage = reply.usage ?? usageOf(request, reply.text);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(completion('scripted', request.model, reply.text, usage)));
}

async function streamText(
  reply: TextReply,
  request: ChatRequest,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const { model } = request;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  for (const piece of tokenise(reply.reasoning ?? '')) {
    response.write(sseEvent(reasoningChunk('scripted', model, piece)));
  }
  const pieces = reply.chunks ?? tokenise(reply.text);
  for (let sent = 0; sent <= pieces.length; sent += 1) {
    if (sent > 0 && sent === reply.hold?.afterChunks) await waitFor(reply.hold.until, gone);
    if (sent === reply.cutAfterChunks) {
      // What was written must reach the client before the connection is closed.
      await delay(20);
      response.destroy();
      return;
    }
    const piece = pieces[sent];
    if (piece === undefined) break;
    if (reply.chunkDelayMs) await delay(reply.chunkDelayMs, undefined, { signal: gone });
    response.write(sseEvent(textChunk('scripted', model, piece)));
  }
  for (const piece of callPieces(reply)) response.write(sseEvent(toolCallChunk('scripted', model, piece)));
  const finished = reply.toolCalls === undefined ? 'stop' : 'tool_calls';
  response.write(sseEvent(finishChunk('scripted', model, reply.finishReason ?? finished)));
  if (request.stream_options?.include_usage && reply.usage !== null) {
    response.write(sseEvent(usageChunk('scripted', model, reply.usage ?? usageOf(request, reply.text))));
  }
  response.end(sseEvent('[DONE]'));
}

/** Each call in two pieces, as providers send them. */
function callPieces({ toolCalls = [] }: TextReply) {
  return toolCalls.flatMap(({ id = `call_${randomUUID()}`, name, arguments: given }, index) => {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const half = Math.ceil(text.length / 2);
    return [
      { index, id, name, arguments: text.slice(0, half) },
      { index, arguments: text.slice(half) },
    ];
  });
}

async function waitFor(gate: Gate, gone: AbortSignal): Promise<void> {
  const left = new Promise<never>((_, reject) => {
    gone.addEventListener('abort', () => reject(new Error('The client hung up.')), { once: true });
  });
  await Promise.race([gate.opened, left]);
}
