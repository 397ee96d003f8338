import type Anthropic from '@anthropic-ai/sdk';
import {
  answerToolOf,
  type MessagesRequest,
} from '../../../../workflows/domain/providers/anthropicMessages/wire.ts';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { fieldsOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { openAnswer } from '../../openAnswer.ts';
import type { AskOptions, ModelReply } from '../../provider.ts';
import { type AnsweredMessage, assembleMessage, wholeMessage } from './assembleMessage.ts';
import { failureInStream } from './classifyError.ts';
import { readMessage } from './readMessage.ts';

/**
 * Sends a request of the Messages API and reads the answer to its end, streamed or whole. Fails with a ModelFailure where
 * there is no whole answer; other errors are the client's (see classifyError).
 */
export async function ask(client: Anthropic, request: WireRequest, options: AskOptions): Promise<ModelReply> {
  const startedAt = options.now();
  let firstTokenMs: number | null = null;
  const onPiece = (text: string) => {
    firstTokenMs ??= Math.round(options.now() - startedAt);
    if (text !== '') options.onText(text);
  };
  // Not by `messages.create`, which writes on the console where it thinks that a model is old.
  const response = await client
    .post('/v1/messages', {
      body: request,
      stream: request['stream'] === true,
      signal: options.signal,
    })
    .asResponse();
  const answered = await answerIn(response, onPiece);
  options.signal.throwIfAborted();
  if (!answered.isEnded) {
    throw new ModelFailure('model_stream_cut', 'The answer ended before the model said that it was done');
  }
  const asked = { model: request.model, answerTool: answerToolOf(request as MessagesRequest) };
  return { ...readMessage(answered, asked), firstTokenMs };
}

async function answerIn(response: Response, onPiece: (text: string) => void): Promise<AnsweredMessage> {
  const opened = await openAnswer(response);
  if (opened.kind === 'whole') {
    const { type } = fieldsOf(opened.value);
    if (type === 'error' || 'error' in fieldsOf(opened.value)) throw failureInStream(opened.value);
    if (!('content' in fieldsOf(opened.value))) throw notAnAnswer();
    return wholeMessage(opened.value);
  }
  const assembly = assembleMessage();
  let isAnswer = false;
  try {
    for await (const event of opened.events) {
      const { type } = fieldsOf(event);
      if (type === 'error' || (type === undefined && 'error' in fieldsOf(event)))
        throw failureInStream(event);
      isAnswer = true;
      if (assembly.add(event)) onPiece(assembly.text());
      if (type === 'message_stop') break;
    }
  } catch (error) {
    // What is whole stays whole, whatever becomes of the connection.
    if (!assembly.message().isEnded) throw error;
  }
  if (!isAnswer) throw notAnAnswer();
  return assembly.message();
}

function notAnAnswer(): ModelFailure {
  return new ModelFailure(
    'model_malformed_answer',
    'The model provider sent something that is not an answer of the Messages API',
  );
}
