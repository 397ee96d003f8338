import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type DemoReply, replyTo } from './reply.ts';
import { RequestError } from './requestError.ts';
import type { ChatRequest } from './wire.ts';
import {
  chatRequestSchema,
  completion,
  finishChunk,
  sseEvent,
  textChunk,
  tokenise,
  toolCallChunk,
  usageChunk,
  usageOf,
} from './wire.ts';

/** Answers a Chat Completions request; a stream is sent at a readable pace. */
export async function answerChat(
  body: unknown,
  response: ServerResponse,
  tokensPerSecond: number,
): Promise<void> {
  const parsed = chatRequestSchema.safeParse(body);
  if (!parsed.success) throw new RequestError(400, parsed.error.issues.map(describeIssue).join(' '), null);
  const request = parsed.data;
  const reply = replyTo(request);
  const id = `chatcmpl-demo-${createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24)}`;
  if (request.stream) {
    await streamAnswer(request, id, reply, response, tokensPerSecond);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  const usage = usageOf(request, written(reply));
  response.end(JSON.stringify(completion(id, request.model, reply.text, usage, reply.toolCalls)));
}

async function streamAnswer(
  request: ChatRequest,
  id: string,
  reply: DemoReply,
  response: ServerResponse,
  tokensPerSecond: number,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const piece of tokenise(reply.text)) {
    if (tokensPerSecond > 0) await delay(1000 / tokensPerSecond);
    // The reader has gone: a cancelled request costs nothing more.
    if (gone.signal.aborted) return;
    response.write(sseEvent(textChunk(id, request.model, piece)));
  }
  for (const [index, call] of reply.toolCalls.entries()) {
    response.write(sseEvent(toolCallChunk(id, request.model, { index, ...call })));
  }
  const reason = reply.toolCalls.length === 0 ? 'stop' : 'tool_calls';
  response.write(sseEvent(finishChunk(id, request.model, reason)));
  if (request.stream_options?.include_usage) {
    response.write(sseEvent(usageChunk(id, request.model, usageOf(request, written(reply)))));
  }
  response.end(sseEvent('[DONE]'));
}

/** The text of a reply that counts as its output tokens. */
function written({ text, toolCalls }: DemoReply): string {
  return [text, ...toolCalls.map(({ name, arguments: given }) => `${name} ${given}`)].join(' ').trim();
}

function describeIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `${path.join('.') || 'body'}: ${message}.`;
}
