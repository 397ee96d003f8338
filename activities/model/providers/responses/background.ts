import { setTimeout as delay } from 'node:timers/promises';
import type OpenAI from 'openai';
import { APIError } from 'openai';
import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses';
import type { WireRequest } from '../../../../workflows/domain/providers/wireProvider.ts';
import { AnswerPending, type BackgroundAnswer } from '../../backgroundAnswer.ts';
import { fieldsOf, textOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import { openAnswer } from '../../openAnswer.ts';
import type { AskOptions } from '../../provider.ts';
import {
  type AnsweredResponse,
  assembleResponse,
  isLastState,
  type ResponseAssembly,
  wholeResponse,
} from './assembleResponse.ts';
import { followEvents } from './followEvents.ts';

/** How often in a row it is tried to get at a response before the attempt is given up. */
const TRIES = 5;
/** How long it is waited before a response is looked at again that has not come to its end. */
const POLL_MS = 1_000;

/**
 * Has a response written in the background and reads it to its end, over as many connections as necessary; each
 * continues after the newest event. A response that an earlier attempt requested is read on, never requested again.
 * Throws AnswerPending if the response can't be reached now although it is being written.
 */
export async function askInBackground(
  client: OpenAI,
  request: WireRequest,
  options: AskOptions,
  onPiece: (text: string) => void,
): Promise<AnsweredResponse> {
  const assembly = assembleResponse();
  const following = { assembly, options, onPiece, begun: options.background?.begun ?? null };
  if (following.begun === null) {
    const body = request as unknown as ResponseCreateParamsStreaming;
    const response = await client.responses.create(body, { signal: options.signal }).asResponse();
    const answered = await followOnce(following, response);
    if (answered !== null) return answered;
    if (following.begun === null)
      throw new ModelFailure('model_stream_cut', 'The stream ended without any event');
  }
  return readOn(client, following, following.begun);
}

/** A response that is being read. */
interface Following {
  assembly: ResponseAssembly;
  options: AskOptions;
  onPiece: (text: string) => void;
  begun: BackgroundAnswer | null;
}

async function readOn(
  client: OpenAI,
  following: Following,
  begun: BackgroundAnswer,
): Promise<AnsweredResponse> {
  const { assembly, options } = following;
  for (let failed = 0, waitMs = 0; ; await delay(waitMs, undefined, { signal: options.signal })) {
    const before = assembly.sequence();
    try {
      const answered =
        (await streamedOn(client, following, begun)) ?? (await lookedAt(client, begun, options.signal));
      if (answered !== null) return answered;
      failed = 0;
      waitMs = assembly.sequence() === before ? POLL_MS : 0;
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof ModelFailure) throw error;
      failed = assembly.sequence() === before ? failed + 1 : 1;
      if (failed >= TRIES) throw new AnswerPending(error);
      waitMs = POLL_MS * failed;
    }
  }
}

/** Reads on by the events' numbers; null: this connection did not bring the end, or the response is no stream. */
async function streamedOn(
  client: OpenAI,
  following: Following,
  begun: BackgroundAnswer,
): Promise<AnsweredResponse | null> {
  const { assembly, options } = following;
  const after = assembly.sequence() ?? begun.sequence;
  try {
    const response = await client.responses
      .retrieve(
        begun.id,
        { stream: true, ...(after === null ? {} : { starting_after: after }) },
        { signal: options.signal },
      )
      .asResponse();
    return await followOnce(following, response);
  } catch (error) {
    // It may be over, and no longer be sent in pieces.
    if (error instanceof APIError && (error as APIError).status !== undefined) return null;
    throw error;
  }
}

/** The response if it has come to its end; null: it has not. */
async function lookedAt(
  client: OpenAI,
  begun: BackgroundAnswer,
  signal: AbortSignal,
): Promise<AnsweredResponse | null> {
  try {
    const response = await client.responses.retrieve(begun.id, {}, { signal }).asResponse();
    const answered = wholeResponse(await response.json());
    return isLastState(answered) ? answered : null;
  } catch (error) {
    if (error instanceof APIError && (error as APIError).status === 404) {
      throw new ModelFailure(
        'model_answer_lost',
        `The model provider no longer knows the response ${begun.id} that it was generating`,
      );
    }
    throw error;
  }
}

/** Reads one connection to its end; null: it did not bring the response's. */
async function followOnce(following: Following, response: Response): Promise<AnsweredResponse | null> {
  const { assembly, options, onPiece } = following;
  const noteBegun = async (id: string | null, sequence: number | null) => {
    if (following.begun !== null || id === null) return;
    await options.background?.onBegun({ id, sequence });
    following.begun = { id, sequence };
  };
  const opened = await openAnswer(response);
  if (opened.kind === 'whole') {
    const answered = wholeResponse(opened.value);
    await noteBegun(textOf(fieldsOf(opened.value)['id']) || null, null);
    return isLastState(answered) ? answered : null;
  }
  try {
    return await followEvents(opened.events, assembly, {
      onPiece,
      onEvent: () => noteBegun(assembly.id(), assembly.sequence()),
    });
  } catch (error) {
    // A broken connection is not an end: another one continues, and the response itself says whether it failed.
    if (following.begun === null) throw error;
    options.signal.throwIfAborted();
    return null;
  }
}
