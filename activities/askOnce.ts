import type { ManageInput } from '../workflows/contracts/activityTypes.ts';
import type { ModelClient } from '../workflows/domain/model.ts';
import type { ViewOutline } from '../workflows/domain/request/viewOutline.ts';
import { askModel, costOfAnswer, requestOf, sha256, type ModelAccess, type Question } from './askModel.ts';
import { completeCall, readPaidAnswer, type CallPurpose } from './transcript/ledger.ts';
import { throughOutage } from './transcript/throughOutage.ts';
import { Context } from '@temporalio/activity';
import type { ReadTranscript } from './transcript/readEntries.ts';
import type { Execution } from './execution.ts';

/** What a manager's activity asks its model, one request after another. */
export interface ManagerTalk {
  access: ModelAccess;
  input: ManageInput;
  execution: Execution;
  transcript: ReadTranscript;
  client: ModelClient | null;
  failedBefore: number;
}

/** What a manager's model has answered, and what it cost. */
export interface ManagerAnswer {
  text: string;
  usage: { promptTokens: number; completionTokens: number } | null;
  costMicroUsd: number | null;
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
  const requestSha256 = sha256(requestOf(question));
  const paid =
    execution.attempt > 1
      ? await readPaidAnswer(access.database, { execution, ordinal, requestSha256 })
      : null;
  if (paid !== null) return { ...paid, text: contentOf(paid.response) };
  const answer = await askModel(access, question);
  const costMicroUsd = await throughOutage(async () => {
    const cost = await costOfAnswer(access, input.projectId, answer);
    const call = { ...answer, id: answer.callId, conversationId: input.conversationId, costMicroUsd: cost };
    await completeCall(access.database, call);
    return cost;
  }, Context.current().cancellationSignal);
  return { text: answer.text, usage: answer.usage, costMicroUsd };
}

function contentOf(response: unknown): string {
  if (typeof response !== 'object' || response === null || !('content' in response)) return '';
  return typeof response.content === 'string' ? response.content : '';
}
