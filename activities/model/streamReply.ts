import type OpenAI from 'openai';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { ChatRequest } from '../../workflows/domain/request/outline.ts';
import { ModelFailure } from './modelFailure.ts';

/** An answer that came to its end. */
export interface ModelReply {
  text: string;
  /** Null where the provider does not say. */
  usage: TokenUsage | null;
  firstTokenMs: number | null;
  /** The answer as one object, as the provider would have sent it without streaming. */
  response: { id: string; model: string; finishReason: string; content: string; usage: object | null };
}

/**
 * Sends a request and reads its stream to the end; `onText` gets the whole text so far with each piece. Fails with a
 * ModelFailure where the answer is empty or broke off; other errors are the client's (see classifyFailure).
 */
export async function streamReply(
  client: OpenAI,
  request: ChatRequest,
  options: { signal: AbortSignal; now: () => number; onText: (text: string) => void },
): Promise<ModelReply> {
  const startedAt = options.now();
  let text = '';
  let firstTokenMs: number | null = null;
  let usage: ChatCompletionChunk['usage'] = null;
  let finishReason: string | null = null;
  let id = '';
  let model = '';
  let isStream = false;
  const stream = await client.chat.completions.create(request, { signal: options.signal });
  for await (const chunk of stream as AsyncIterable<ChatCompletionChunk | null>) {
    if (chunk === null) break;
    isStream = true;
    id = chunk.id;
    model = chunk.model;
    usage = chunk.usage ?? usage;
    const choice = chunk.choices?.[0];
    finishReason = choice?.finish_reason ?? finishReason;
    const piece = choice?.delta?.content ?? '';
    if (piece === '') continue;
    firstTokenMs ??= Math.round(options.now() - startedAt);
    text += piece;
    options.onText(text);
  }
  options.signal.throwIfAborted();
  if (!isStream) {
    throw new ModelFailure(
      'model_malformed_answer',
      'The model provider sent something that is not a stream of answers',
    );
  }
  if (finishReason === null) {
    throw new ModelFailure('model_stream_cut', 'The stream ended before the model said that it was done');
  }
  if (text.trim() === '') {
    throw finishReason === 'content_filter'
      ? new ModelFailure('model_refused_request', "The provider's content filter held the answer back")
      : new ModelFailure('model_empty_answer', `The model answered with no text (${finishReason})`);
  }
  return {
    text,
    usage: usage ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } : null,
    firstTokenMs,
    response: { id, model, finishReason, content: text, usage: usage ?? null },
  };
}
