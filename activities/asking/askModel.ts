import { createHash, randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Place } from '../../workflows/contracts/activityTypes.ts';
import { failures } from '../../workflows/contracts/failures.ts';
import { costOf } from '../../workflows/domain/cost.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { FailureDetails } from '../../workflows/domain/task.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { ModelClient } from '../../workflows/domain/model.ts';
import type { WireRequest } from '../../workflows/domain/providers/wireProvider.ts';
import { expandViewOutline, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { storableJson, storableText } from '../../workflows/domain/storable.ts';
import { endingOf } from '../../workflows/domain/transcript/ending.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { endOfCall, stopBackground, watchBackground, type BackgroundWatch } from './askBackground.ts';
import type { Execution } from '../execution/execution.ts';
import { AnswerPending } from '../model/backgroundAnswer.ts';
import type { ModelClients } from '../model/clients.ts';
import { ModelFailure } from '../model/modelFailure.ts';
import type { ReadPrice } from '../model/prices.ts';
import type { ModelConnection, ModelReply } from '../model/provider.ts';
import {
  closeUnknownCall,
  markAbandonedBackground,
  readBackground,
  type BackgroundCall,
} from '../transcript/backgroundCalls.ts';
import { closeFailedCall, openCall, readLastFailure } from '../transcript/ledger.ts';
import type { CallPurpose } from '../../workflows/domain/recordStates.ts';
import { startLiveText } from '../transcript/liveText.ts';

/** How many requests one answer may cost, whatever becomes of them; then a person decides. */
export const MAX_MODEL_CALLS_PER_REPLY = 8;

/** The deed that an answer is, as the failure to store it names it. */
export const ANSWERED = 'The model has answered';

export interface ModelAccess {
  database: Database;
  logger: Logger;
  models: ModelClients;
  readPrice: ReadPrice;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

/** A request that an activity makes. */
export interface Question {
  place: Place;
  execution: Execution;
  stateBefore: ConversationState;
  purpose: CallPurpose;
  /** Which request of the activity it is, from 0. */
  ordinal: number;
  client: ModelClient | null;
  outline: ViewOutline;
  entries: readonly TranscriptEntry[];
  /** The part that the outline names by its hash. */
  tools: Json | null;
  /** How many requests of this activity brought no answer before. */
  failedBefore: number;
  /** Whether people may watch the text as it is written. */
  shown: boolean;
}

/** An answer; the ledger's row is open until its message is stored or `completeCall` closes it. */
export interface Answer extends ModelReply {
  callId: string;
  /** The model that was asked, by the name that its price has. */
  model: string;
  latencyMs: number;
}

export function requestOf(question: Pick<Question, 'outline' | 'entries' | 'tools'>): WireRequest {
  return expandViewOutline(question.outline, question.entries, question.tools);
}

export function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

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

/** The same question, answered at once. */
export function unstreamed<Asked extends Pick<Question, 'outline'>>(question: Asked): Asked {
  return { ...question, outline: { ...question.outline, stream: false } };
}

/** Whether the provider has not refused to stream this model's answers so far. */
function mayStream(access: ModelAccess, { client, outline }: Question): boolean {
  try {
    return !access.models(client).unstreamed.has(outline.parameters.model);
  } catch (error) {
    // That its key is not set is said, and kept, when it is asked.
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
      ? await readBackground(database, { execution, ordinal: question.ordinal, requestSha256 })
      : null;
  if (taken === null && question.failedBefore >= MAX_MODEL_CALLS_PER_REPLY) {
    throw exhausted(question.failedBefore, await readLastFailure(database, execution));
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
  const background = isBackground ? watchBackground(database, callId, taken) : null;
  const answer = await send(access, question, { callId, request, background, taken });
  return 'refusedStream' in answer ? answer : { ...answer, callId, model: request.model };
}

/** What an answer cost; null: the model's price is not known, or it does not say how much it wrote. */
export async function costOfAnswer(
  access: ModelAccess,
  projectId: string,
  answer: Pick<Answer, 'model' | 'usage'>,
): Promise<number | null> {
  return costOf(answer.usage, await access.readPrice(projectId, answer.model));
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
  const live = question.shown ? startLiveText(database, logger, { ...place, execution }) : null;
  const { callId, background, taken } = call;
  const startedAt = now() - (taken?.ageMs ?? 0);
  let partialText = '';
  const onText = (text: string) => {
    partialText = storableText(text);
    live?.show(partialText);
  };
  let connection: ModelConnection | null = null;
  try {
    connection = access.models(question.client);
    const options = { callId, signal, now, onText };
    const reply = storableJson(
      await connection.ask(
        call.request,
        background === null ? options : { ...options, background: background.hooks },
      ),
    );
    failWithThoughtsAlone(reply, question.outline.rules.info.family);
    await live?.stop();
    const ending = endingOf(reply.end);
    const response = ending === null ? reply.response : { ...reply.response, ending };
    return { ...reply, response, latencyMs: Math.round(now() - startedAt) };
  } catch (error) {
    await live?.stop();
    const said = error instanceof AnswerPending ? error.cause : error;
    const failure = signal.aborted ? error : (connection?.classify(said, Date.now()) ?? said);
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

/** A failure as Temporal takes it: whether trying again can help, and when. */
export function asApplicationFailure(
  failure: ModelFailure,
  calls: number,
  address?: string,
): ApplicationFailure {
  const retryable = failure.retryable ?? failures[failure.type].retryable;
  const details: FailureDetails = {
    ...(address === undefined ? {} : { address }),
    ...failure.details,
    requests: { made: calls, atMost: MAX_MODEL_CALLS_PER_REPLY },
    ...(failure.retryAfterMs === null ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
  if (retryable && calls >= MAX_MODEL_CALLS_PER_REPLY) return exhausted(calls, failure.message, details);
  return ApplicationFailure.create({
    message: failure.message,
    type: failure.type,
    nonRetryable: !retryable,
    details: [details],
    ...(failure.retryAfterMs === null ? {} : { nextRetryDelay: failure.retryAfterMs }),
  });
}

/** The end of trying, with the words of the last failure: they say what to do. */
function exhausted(calls: number, last: string | null, details: FailureDetails = {}): ApplicationFailure {
  const made = `${String(calls)} requests were made for this answer and none brought one`;
  return ApplicationFailure.nonRetryable(
    last === null ? made : `${made}; the last: ${last}`,
    'model_attempts_exhausted',
    details,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'An error without a message';
}

/** A model that was cut before it had said anything has only thought. */
function failWithThoughtsAlone({ text, end, toolCalls }: ModelReply, family: string): void {
  if (end !== 'length' || toolCalls.length > 0 || spokenOf(text, family, true).text.trim() !== '') return;
  throw new ModelFailure('model_empty_answer', 'The model was cut while it thought: it may write too little');
}
