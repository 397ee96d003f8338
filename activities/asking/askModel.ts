import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { inSpan } from '../../platform/tracing/spans.ts';
import type { WireRequest } from '../../workflows/domain/providers/wireProvider.ts';
import { storableJson } from '../../workflows/domain/storable.ts';
import { endingOf } from '../../workflows/domain/transcript/ending.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import { AnswerPending } from '../model/backgroundAnswer.ts';
import { ModelFailure } from '../model/modelFailure.ts';
import { addressOf, answerOf, chatSpan } from '../model/modelSpan.ts';
import type { ModelConnection, ModelReply } from '../model/provider.ts';
import {
  type BackgroundCall,
  closeUnknownCall,
  markAbandonedBackground,
  readBackground,
} from '../transcript/backgroundCalls.ts';
import { readLastFailure } from '../transcript/earlierCalls.ts';
import { closeFailedCall, openCall } from '../transcript/ledger.ts';
import { startLiveText } from '../transcript/liveText.ts';
import { type BackgroundWatch, endOfCall, stopBackground, watchBackground } from './askBackground.ts';
import { asApplicationFailure, exhausted, MAX_MODEL_CALLS_PER_REPLY } from './modelAttempts.ts';
import { type Answer, type ModelAccess, type Question, requestOf, sha256, unstreamed } from './question.ts';

/**
 * Writes the request into the ledger, sends it, and reads the answer to its end; one that an earlier attempt has begun in
 * the background is read on, and not asked for again. Fails as an ApplicationFailure.
 */
export async function askModel(access: ModelAccess, question: Question): Promise<Answer> {
  const streams = question.outline.stream !== false && mayStream(access, question);
  const outcome = await askOneWay(access, streams ? question : unstreamed(question));
  if (!('refusedStream' in outcome)) return outcome;
  const whole = await askOneWay(access, {
    ...unstreamed(question),
    failedBefore: question.failedBefore + 1,
  });
  if ('refusedStream' in whole) throw asApplicationFailure(whole.refusedStream, question.failedBefore + 2);
  return whole;
}

/** Whether the provider has not refused to stream this model's answers so far. */
function mayStream(access: ModelAccess, { client, outline }: Question): boolean {
  try {
    return !access.models(client).unstreamed.has(outline.parameters.model);
  } catch (error) {
    // A missing key is reported, and recorded, when the model is asked.
    if (error instanceof ModelFailure) return true;
    throw error;
  }
}

async function askOneWay(
  access: ModelAccess,
  question: Question,
): Promise<Answer | { refusedStream: ModelFailure }> {
  const { database } = access;
  const { place, execution, outline } = question;
  const request = requestOf(question);
  const requestSha256 = sha256(request);
  const isBackground = outline.options?.background === true;
  const taken =
    isBackground && execution.attempt > 1
      ? await readBackground(database, {
          projectId: place.projectId,
          execution,
          ordinal: question.ordinal,
          requestSha256,
        })
      : null;
  if (taken === null && question.failedBefore >= MAX_MODEL_CALLS_PER_REPLY) {
    throw exhausted(
      question.failedBefore,
      await readLastFailure(database, { projectId: place.projectId, execution }),
    );
  }
  const callId = taken?.callId ?? randomUUID();
  if (taken === null) {
    if (isBackground && execution.attempt > 1) {
      await markAbandonedBackground(database, { ...place, execution, ordinal: question.ordinal });
    }
    await openCall(database, {
      ...place,
      id: callId,
      agent: outline.agent,
      purpose: question.purpose,
      ordinal: question.ordinal,
      execution,
      outline,
      requestSha256,
      stateBefore: question.stateBefore,
    });
  }
  const background = isBackground
    ? watchBackground(database, { projectId: place.projectId, callId }, taken)
    : null;
  const answer = await send(access, question, { callId, request, background, taken });
  return 'refusedStream' in answer ? answer : { ...answer, callId, model: request.model };
}

async function send(
  access: ModelAccess,
  question: Question,
  call: {
    callId: string;
    request: WireRequest;
    background: BackgroundWatch | null;
    taken: BackgroundCall | null;
  },
): Promise<(ModelReply & { latencyMs: number }) | { refusedStream: ModelFailure }> {
  const { database, logger, now } = access;
  const { place, execution } = question;
  const signal = Context.current().cancellationSignal;
  const { callId, background, taken } = call;
  const live = question.shown ? startLiveText(database, logger, { ...place, callId, execution }) : null;
  const startedAt = now() - (taken?.ageMs ?? 0);
  let partialText = '';
  const onText = (text: string) => {
    // Made storable only when it is stored: it is the whole text so far, at each piece of it.
    partialText = text;
    live?.show(text);
  };
  let connection: ModelConnection | null = null;
  try {
    connection = access.models(question.client);
    const options = { callId, signal, now, onText };
    const asked = connection;
    const calledFor = { ...place, agent: question.outline.agent, purpose: question.purpose };
    const reply = await inSpan(chatSpan(call.request, calledFor), async (span) => {
      span.set(addressOf(asked.address, question.outline.provider));
      try {
        const given = storableJson(
          await asked.ask(
            call.request,
            background === null ? options : { ...options, background: background.hooks },
          ),
        );
        span.set(answerOf(given));
        return given;
      } catch (error) {
        span.fail(typeOfFailure(asked, error));
        throw error;
      }
    });
    failWithThoughtsAlone(reply, question.outline.rules.info.family);
    await live?.stop();
    const ending = endingOf(reply.end);
    const response = ending === null ? reply.response : { ...reply.response, ending };
    return { ...reply, response, latencyMs: Math.round(now() - startedAt) };
  } catch (error) {
    await live?.stop();
    const cause = error instanceof AnswerPending ? error.cause : error;
    const failure = signal.aborted ? error : (connection?.classify(cause, Date.now()) ?? cause);
    const begunIn = taken?.attempt ?? execution.attempt;
    const isAborted = signal.aborted;
    const end = endOfCall(background, { error, failure, execution, begunIn, isAborted });
    const closing = {
      ...place,
      id: callId,
      failureType: failure instanceof ModelFailure ? failure.type : null,
      failureMessage: isAborted ? `Aborted: ${messageOf(signal.reason)}` : messageOf(failure),
      latencyMs: Math.round(now() - startedAt),
    };
    if (end === 'unknown') await closeUnknownCall(database, closing);
    if (end === 'closed') {
      if (isAborted) await stopBackground(logger, connection, background);
      const state = isAborted ? 'cancelled' : 'failed';
      await closeFailedCall(database, { ...closing, state, partialText });
    }
    if (isAborted) await Context.current().cancelled;
    if (failure instanceof ModelFailure && failure.refusesStreaming && question.outline.stream !== false) {
      connection?.unstreamed.add(call.request.model);
      return { refusedStream: failure };
    }
    if (end === 'left_open' && failure instanceof ModelFailure) {
      throw ApplicationFailure.create({ message: failure.message, type: failure.type, nonRetryable: false });
    }
    throw failure instanceof ModelFailure
      ? asApplicationFailure(failure, question.failedBefore + 1, connection?.address)
      : failure;
  }
}

/** What a span says of a call that failed. */
function typeOfFailure(connection: ModelConnection, error: unknown): string {
  const failure = connection.classify(error instanceof AnswerPending ? error.cause : error, Date.now());
  if (failure instanceof ModelFailure) return failure.type;
  return failure instanceof Error ? failure.name : 'Error';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'An error without a message';
}

/** A model that was cut before it had said anything has only thought. */
function failWithThoughtsAlone({ text, end, toolCalls }: ModelReply, family: string): void {
  if (end !== 'length' || toolCalls.length > 0 || spokenOf(text, family, true).text.trim() !== '') return;
  throw new ModelFailure(
    'model_empty_answer',
    'The model reached its token limit while reasoning: raise the limit',
  );
}
