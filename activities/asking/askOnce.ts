import { Context } from '@temporalio/activity';
import type { Place } from '../../workflows/contracts/activityTypes.ts';
import type { ModelClient } from '../../workflows/domain/model.ts';
import { ownNamesIn } from '../../workflows/domain/names/wireNames.ts';
import type { CallPurpose } from '../../workflows/domain/recordStates.ts';
import type { ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { type Ending, endings } from '../../workflows/domain/transcript/ending.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import type { Execution } from '../execution/execution.ts';
import { readPaidAnswer } from '../transcript/earlierCalls.ts';
import { keepResult } from '../transcript/keepResult.ts';
import { completeCall } from '../transcript/ledger.ts';
import type { ReadTranscript } from '../transcript/readEntries.ts';
import { askModel } from './askModel.ts';
import {
  type Answer,
  ANSWERED,
  costOfAnswer,
  type ModelAccess,
  type Question,
  requestOf,
  sha256,
  unstreamed,
} from './question.ts';

/** What an activity asks a model, one request after another, besides what an agent says: a manager's, a memory's. */
export interface ManagerTalk {
  access: ModelAccess;
  input: Place & Pick<Question, 'stateBefore'>;
  execution: Execution;
  transcript: ReadTranscript;
  client: ModelClient | null;
  failedBefore: number;
  /** What the answers have cost so far. */
  spent: { microUsd: number };
}

/** What a manager's model has answered. */
export interface ManagerAnswer {
  text: string;
  /** Null: it is whole. */
  ending: Ending | null;
}

/**
 * Asks a manager's model. An activity makes several requests, each with its number: one that an earlier attempt has been
 * answered is not made again.
 */
export async function askOnce(
  talk: ManagerTalk,
  ordinal: number,
  purpose: CallPurpose,
  outline: ViewOutline,
): Promise<ManagerAnswer> {
  const { access, input, execution, transcript } = talk;
  const question: Question = {
    place: input,
    execution,
    stateBefore: input.stateBefore,
    purpose,
    ordinal,
    client: talk.client,
    outline,
    entries: transcript.entries,
    tools: null,
    failedBefore: talk.failedBefore,
    shown: false,
  };
  const requestSha256 = [question, unstreamed(question)].map((asked) => sha256(requestOf(asked)));
  const paid =
    execution.attempt > 1
      ? await readPaidAnswer(access.database, {
          projectId: input.projectId,
          execution,
          ordinal,
          requestSha256,
        })
      : null;
  if (paid !== null) {
    talk.spent.microUsd += paid.costMicroUsd ?? 0;
    return readAnswer(paid.response, outline);
  }
  const answer = await askModel(access, question);
  const cost = await keepAnswer(access, input, answer);
  talk.spent.microUsd += cost ?? 0;
  return readAnswer(answer.response, outline);
}

type Where = Pick<Place, 'projectId' | 'conversationId'>;

/** Closes a call whose answer alone becomes no message, also during an outage; returns its cost. */
export function keepAnswer(access: ModelAccess, where: Where, answer: Answer): Promise<number | null> {
  const { cancellationSignal } = Context.current();
  return keepResult(ANSWERED, () => closeAnswered(access, where, answer), cancellationSignal);
}

/** The same in one try. */
export async function closeAnswered(
  access: ModelAccess,
  { projectId, conversationId }: Where,
  answer: Answer,
): Promise<number | null> {
  const costMicroUsd = await costOfAnswer(access, projectId, answer);
  await completeCall(access.database, {
    ...answer,
    id: answer.callId,
    projectId,
    conversationId,
    costMicroUsd,
  });
  return costMicroUsd;
}

/** An answer as the ledger keeps it, without the thinking in it. */
function readAnswer(response: unknown, { rules, names }: ViewOutline): ManagerAnswer {
  if (typeof response !== 'object' || response === null || !('content' in response)) {
    return { text: '', ending: null };
  }
  const text = typeof response.content === 'string' ? response.content : '';
  const ending = 'ending' in response ? endings.find((each) => each === response.ending) : undefined;
  const spoken = spokenOf(text, rules.info.family).text;
  return { text: ownNamesIn(spoken, names), ending: ending ?? null };
}
