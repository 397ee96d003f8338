import { createHash } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Place } from '../../workflows/contracts/activityTypes.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import { costOf } from '../../workflows/domain/cost.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { ModelClient } from '../../workflows/domain/model.ts';
import type { WireRequest } from '../../workflows/domain/providers/wireProvider.ts';
import type { CallPurpose } from '../../workflows/domain/recordStates.ts';
import { expandViewOutline, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import type { Execution } from '../execution/execution.ts';
import type { ModelClients } from '../model/clients.ts';
import type { ReadPrice } from '../model/prices.ts';
import type { ModelReply } from '../model/provider.ts';

/** The action that an answer is, as the failure to store it names it. */
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
  /** Null: it is for no turn. */
  stateBefore: ConversationState | null;
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
  /** Whether people can watch the text while it is written. */
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

/** The same question, answered at once. */
export function unstreamed<Asked extends Pick<Question, 'outline'>>(question: Asked): Asked {
  return { ...question, outline: { ...question.outline, stream: false } };
}

/** What an answer cost; null: the model's price is not known, or it does not say how much it wrote. */
export async function costOfAnswer(
  access: ModelAccess,
  projectId: string,
  answer: Pick<Answer, 'model' | 'usage'>,
): Promise<number | null> {
  return costOf(answer.usage, await access.readPrice(projectId, answer.model));
}
