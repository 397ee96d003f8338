import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { readError } from '../../errorBody.ts';
import { failureOfError } from '../../failureOfError.ts';
import { ModelFailure } from '../../modelFailure.ts';
import type { AskOptions, ModelReply } from '../../provider.ts';
import { publicAddress } from '../../publicAddress.ts';
import { collectAnswer } from './collectAnswer.ts';
import { readPieces } from './readPieces.ts';

/**
 * Sends a request and reads the answer to its end, streamed or whole; `onText` gets the text so far with each piece.
 * Throws a ModelFailure if there is no complete answer; other errors are the client's (see classifyFailure).
 *
 * @param goesBack further fields of thoughts that this endpoint needs back beside tool calls
 */
export async function ask(
  client: OpenAI,
  request: WireRequest,
  options: AskOptions,
  goesBack: readonly string[] = [],
): Promise<ModelReply> {
  const { signal, now, onText } = options;
  const startedAt = now();
  const answer = collectAnswer();
  let firstTokenMs: number | null = null;
  let shown = '';
  let isWhole = false;
  const body = request as unknown as ChatCompletionCreateParamsNonStreaming;
  const response = await client.chat.completions.create(body, { signal }).asResponse();
  for await (const piece of readPieces(response)) {
    if (piece.kind === 'done') break;
    isWhole ||= piece.kind === 'whole';
    failOnError(piece.value, response.headers, publicAddress(client.baseURL));
    answer.add(piece.value);
    if (answer.hasBegun()) firstTokenMs ??= Math.round(now() - startedAt);
    const text = answer.text();
    if (text === shown) continue;
    shown = text;
    onText(text);
  }
  signal.throwIfAborted();
  return { ...answer.finish(isWhole, { model: request.model, goesBack }), firstTokenMs };
}

/** An error under status 200, or within a stream. */
function failOnError(value: unknown, headers: Headers, address: string): void {
  const nowMs = Date.now();
  const isAnswer = typeof value === 'object' && value !== null && 'choices' in value;
  const error = isAnswer && !('error' in value && value.error) ? null : readError(value, nowMs);
  if (error === null) {
    if (isAnswer || !isEmptyObject(value)) return;
    throw new ModelFailure('model_malformed_answer', 'The model provider sent an empty answer', {
      address,
    });
  }
  throw failureOfError(error, { status: null, headers }, { nowMs, address });
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
