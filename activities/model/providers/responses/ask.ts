import type OpenAI from 'openai';
import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses';
import { withCallId } from '../../../../workflows/domain/providers/responses/wire.ts';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { fieldsOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { openAnswer } from '../../openAnswer.ts';
import type { AskOptions, ModelReply } from '../../provider.ts';
import { type AnsweredResponse, assembleResponse, isLastState, wholeResponse } from './assembleResponse.ts';
import { askInBackground } from './background.ts';
import { followEvents } from './followEvents.ts';
import { failureOf, readResponse } from './readResponse.ts';

/**
 * Sends a request of the Responses API and reads the answer to its end: streamed, whole, or written in the background.
 * Fails with a ModelFailure where there is no whole answer, and with AnswerPending where one is being written; other
 * errors are the client's.
 */
export async function ask(client: OpenAI, request: WireRequest, options: AskOptions): Promise<ModelReply> {
  const startedAt = options.now();
  let firstTokenMs: number | null = null;
  const onPiece = (text: string) => {
    firstTokenMs ??= Math.round(options.now() - startedAt);
    if (text !== '') options.onText(text);
  };
  const sent = options.callId === undefined ? request : withCallId(request, options.callId);
  const answered =
    request['background'] === true
      ? await askInBackground(client, sent, options, onPiece)
      : await askAtOnce(client, sent, options, onPiece);
  options.signal.throwIfAborted();
  const asked = { model: request.model, isStored: request['store'] === true };
  return { ...readResponse(answered, asked), firstTokenMs };
}

async function askAtOnce(
  client: OpenAI,
  request: WireRequest,
  options: AskOptions,
  onPiece: (text: string) => void,
): Promise<AnsweredResponse> {
  const body = request as unknown as ResponseCreateParamsStreaming;
  const response = await client.responses.create(body, { signal: options.signal }).asResponse();
  const opened = await openAnswer(response);
  if (opened.kind === 'whole') return whole(opened.value);
  const assembly = assembleResponse();
  let isAnswer = false;
  const onEvent = () => {
    isAnswer = true;
    return Promise.resolve();
  };
  const answered = await followEvents(opened.events, assembly, { onPiece, onEvent });
  options.signal.throwIfAborted();
  if (answered !== null) return answered;
  throw isAnswer
    ? new ModelFailure('model_stream_cut', 'The stream ended before the model said that it was done')
    : notAnAnswer();
}

function whole(value: unknown): AnsweredResponse {
  const fields = fieldsOf(value);
  if (!('output' in fields)) throw fields['error'] ? failureOf(fields['error']) : notAnAnswer();
  const answered = wholeResponse(value);
  // Servers that only imitate the API may leave the state out of what is whole.
  if (!('status' in fields)) return { ...answered, fields: { ...answered.fields, status: 'completed' } };
  if (isLastState(answered)) return answered;
  throw new ModelFailure('model_stream_cut', 'The model provider sent an unfinished response');
}

function notAnAnswer(): ModelFailure {
  return new ModelFailure(
    'model_malformed_answer',
    'The model provider sent something that is not an answer of the Responses API',
  );
}
