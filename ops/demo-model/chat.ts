import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerTo } from './answer.ts';
import { RequestError } from './requestError.ts';
import {
  chatRequestSchema,
  completion,
  finishChunk,
  sseEvent,
  textChunk,
  tokenise,
  usageChunk,
  usageOf,
} from './wire.ts';
import type { ChatRequest } from './wire.ts';

/** Answers a Chat Completions request, streamed at a pace that one can watch where it asks for a stream. */
export async function answerChat(
  body: unknown,
  response: ServerResponse,
  tokensPerSecond: number,
): Promise<void> {
  const parsed = chatRequestSchema.safeParse(body);
  if (!parsed.success) throw new RequestError(400, parsed.error.issues.map(describeIssue).join(' '), null);
  const request = parsed.data;
  const answer = answerTo(request.messages);
  const id = `chatcmpl-demo-${createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24)}`;
  if (request.stream) {
    await streamAnswer(request, id, answer, response, tokensPerSecond);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(completion(id, request.model, answer, usageOf(request, answer))));
}

async function streamAnswer(
  request: ChatRequest,
  id: string,
  answer: string,
  response: ServerResponse,
  tokensPerSecond: number,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const piece of tokenise(answer)) {
    if (tokensPerSecond > 0) await delay(1000 / tokensPerSecond);
    // Nobody reads any more: a cancelled request stops costing.
    if (gone.signal.aborted) return;
    response.write(sseEvent(textChunk(id, request.model, piece)));
  }
  response.write(sseEvent(finishChunk(id, request.model, 'stop')));
  if (request.stream_options?.include_usage) {
    response.write(sseEvent(usageChunk(id, request.model, usageOf(request, answer))));
  }
  response.end(sseEvent('[DONE]'));
}

function describeIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `${path.join('.') || 'body'}: ${message}.`;
}
