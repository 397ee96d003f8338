import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
} from 'openai/resources/chat/completions';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { ModelFailure } from '../../modelFailure.ts';
import type { AskOptions, ModelReply } from '../../provider.ts';
import { collectToolCalls } from './toolCallPieces.ts';

/**
 * Sends a request and reads its stream to the end; `onText` gets the whole text so far with each piece. Fails with a
 * ModelFailure where the answer is empty or broke off; other errors are the client's (see classifyFailure).
 */
export async function streamReply(
  client: OpenAI,
  request: WireRequest,
  options: AskOptions,
): Promise<ModelReply> {
  const startedAt = options.now();
  let text = '';
  let firstTokenMs: number | null = null;
  let usage: ChatCompletionChunk['usage'] = null;
  let finishReason: string | null = null;
  let id = '';
  let model = '';
  let isStream = false;
  let reasoning = '';
  const pieces = collectToolCalls();
  const body = request as unknown as ChatCompletionCreateParamsStreaming;
  const stream = await client.chat.completions.create(body, { signal: options.signal });
  for await (const chunk of stream as AsyncIterable<ChatCompletionChunk | null>) {
    if (chunk === null) break;
    isStream = true;
    id = chunk.id;
    model = chunk.model;
    usage = chunk.usage ?? usage;
    const choice = chunk.choices?.[0];
    finishReason = choice?.finish_reason ?? finishReason;
    const delta: (ChatCompletionChunk.Choice.Delta & ReasoningDelta) | undefined = choice?.delta;
    for (const call of delta?.tool_calls ?? []) pieces.add(call);
    reasoning += delta?.reasoning_content ?? delta?.reasoning ?? '';
    const piece = delta?.content ?? '';
    if (piece !== '' || (delta?.tool_calls ?? []).length > 0) {
      firstTokenMs ??= Math.round(options.now() - startedAt);
    }
    if (piece === '') continue;
    text += piece;
    options.onText(text);
  }
  options.signal.throwIfAborted();
  const toolCalls = pieces.calls();
  if (!isStream) {
    throw new ModelFailure(
      'model_malformed_answer',
      'The model provider sent something that is not a stream of answers',
    );
  }
  if (finishReason === null) {
    throw new ModelFailure('model_stream_cut', 'The stream ended before the model said that it was done');
  }
  if (text.trim() === '' && toolCalls.length === 0 && finishReason !== 'stop') {
    throw finishReason === 'content_filter'
      ? new ModelFailure('model_refused_request', "The provider's content filter held the answer back")
      : new ModelFailure('model_empty_answer', `The model answered with no text (${finishReason})`);
  }
  return {
    text,
    reasoning: reasoning === '' ? null : reasoning,
    end:
      finishReason === 'length' || finishReason === 'content_filter'
        ? finishReason
        : toolCalls.length > 0
          ? 'tool_calls'
          : 'stop',
    toolCalls,
    giveBack: null,
    usage: usage ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } : null,
    firstTokenMs,
    response: {
      id,
      model,
      finishReason,
      content: text,
      ...(reasoning === '' ? {} : { reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      usage: usage ?? null,
    },
  };
}

/** Reasoning models of DeepSeek, Qwen and others keep it in a field of its own; OpenRouter calls it `reasoning`. */
interface ReasoningDelta {
  reasoning_content?: string | null;
  reasoning?: string | null;
}
