import { createHash, randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Place } from '../workflows/contracts/activityTypes.ts';
import { failures } from '../workflows/contracts/failures.ts';
import { costOf } from '../workflows/domain/cost.ts';
import type { ConversationState } from '../workflows/domain/conversation/state.ts';
import type { FailureDetails } from '../workflows/domain/task.ts';
import type { Json } from '../workflows/domain/json.ts';
import { storableJson } from '../workflows/domain/storable.ts';
import type { ModelClient } from '../workflows/domain/model.ts';
import type { WireRequest } from '../workflows/domain/providers/wireProvider.ts';
import { expandViewOutline, type ViewOutline } from '../workflows/domain/request/viewOutline.ts';
import type { TranscriptEntry } from '../workflows/domain/transcript/entry.ts';
import { endOfCall, stopBackground, watchBackground, type BackgroundWatch } from './askBackground.ts';
import type { Execution } from './execution.ts';
import { AnswerPending } from './model/backgroundAnswer.ts';
import type { ModelClients } from './model/clients.ts';
import { ModelFailure } from './model/modelFailure.ts';
import type { ReadPrice } from './model/prices.ts';
import type { ModelConnection, ModelReply } from './model/provider.ts';
import {
  closeUnknownCall,
  markAbandonedBackground,
  readBackground,
  type BackgroundCall,
} from './transcript/backgroundCalls.ts';
import { closeFailedCall, openCall, type CallPurpose } from './transcript/ledger.ts';
import { startLiveText } from './transcript/liveText.ts';

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
    throw exhausted(
      `${String(question.failedBefore)} requests were made for this answer, and none brought one`,
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
  const background = isBackground ? watchBackground(database, callId, taken) : null;
  const answer = await send(access, question, { callId, request, background, taken });
  return { ...answer, callId, model: request.model };
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
): Promise<ModelReply & { latencyMs: number }> {
  const { database, logger, now } = access;
  const { place, execution } = question;
  const signal = Context.current().cancellationSignal;
  const live = question.shown ? startLiveText(database, logger, { ...place, execution }) : null;
  const { callId, background, taken } = call;
  const startedAt = now() - (taken?.ageMs ?? 0);
  let partialText = '';
  const onText = (text: string) => {
    partialText = text;
    live?.show(text);
  };
  let connection: ModelConnection | null = null;
  try {
    connection = access.models(question.client);
    const options = { callId, signal, now, onText };
    const reply = await connection.ask(
      call.request,
      background === null ? options : { ...options, background: background.hooks },
    );
    await live?.stop();
    return { ...storableJson(reply), latencyMs: Math.round(now() - startedAt) };
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
  const { retryable } = failures[failure.type];
  const details: FailureDetails = {
    ...(address === undefined ? {} : { address }),
    ...failure.details,
    requests: { made: calls, atMost: MAX_MODEL_CALLS_PER_REPLY },
    ...(failure.retryAfterMs === null ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
  if (retryable && calls >= MAX_MODEL_CALLS_PER_REPLY) {
    return exhausted(
      `${failure.message} (request ${String(calls)} of at most ${String(MAX_MODEL_CALLS_PER_REPLY)})`,
      details,
    );
  }
  return ApplicationFailure.create({
    message: failure.message,
    type: failure.type,
    nonRetryable: !retryable,
    details: [details],
    ...(failure.retryAfterMs === null ? {} : { nextRetryDelay: failure.retryAfterMs }),
  });
}

function exhausted(message: string, details: FailureDetails = {}): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, 'model_attempts_exhausted', details);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'An error without a message';
}
