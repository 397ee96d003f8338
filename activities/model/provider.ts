import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { DialectName } from '../../workflows/domain/providers/chatCompletions/dialects.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import type { WireRequest } from '../../workflows/domain/providers/wireProvider.ts';
import type { WireRules } from '../../workflows/domain/providers/wireRules.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import type { Ending, ReplyEnd } from '../../workflows/domain/transcript/ending.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { BackgroundHooks } from './backgroundAnswer.ts';

/**
 * The side of a model provider that talks to the outside; the pure one is `workflows/domain/providers/wireProvider.ts`.
 * A provider is one folder on each side and one line in each registry.
 */
export interface ModelProvider {
  /** A connection is made once for each endpoint and key, and used by many calls at a time. */
  connect(endpoint: ModelEndpoint): ProviderConnection;
  /** Tokens of messages as the provider counts them, or near enough. */
  countTokens(messages: readonly LlmMessage[], model: string, rules: WireRules): number;
}

/** Where a model is, and how requests get there. */
export interface ModelEndpoint {
  /** Null: the provider's own address. */
  baseUrl: string | null;
  apiKey: string | null;
  /** Whose it is, where a team says so; absent: as the address says. */
  dialect?: DialectName;
  /** How requests leave; absent: the platform's own. */
  fetch?: typeof fetch;
}

/** What a provider gives of a connection; the rest is the same for all. */
export type ProviderConnection = Omit<ModelConnection, 'unstreamed'>;

export interface ModelConnection {
  /** Where requests go, without anything secret: for people who have to find out what is wrong. */
  address: string;
  /** Models whose answers the provider has refused to stream to us: they are asked for whole ones from then on. */
  unstreamed: Set<string>;
  /**
   * Sends a request once and reads the answer, streamed or whole, to its end. Fails with a ModelFailure where there is
   * no whole answer; other errors are the client's, which `classify` knows.
   */
  ask(request: WireRequest, options: AskOptions): Promise<ModelReply>;
  /** Has the provider stop writing an answer in the background; absent: it writes none. */
  cancelInBackground?(id: string, signal: AbortSignal): Promise<void>;
  /** Converts an error of `ask` to a ModelFailure. Errors that don't come from the provider are returned unchanged. */
  classify(error: unknown, nowMs: number): unknown;
}

export interface AskOptions {
  /** The call's id in the ledger, for providers whose requests can carry it; absent: it has none. */
  callId?: string;
  /** For an answer that is written in the background. */
  background?: BackgroundHooks;
  signal: AbortSignal;
  /** Milliseconds, from any fixed point. */
  now: () => number;
  /** Gets the whole text so far with each piece. */
  onText: (text: string) => void;
}

/** An answer that came to its end. */
export interface ModelReply {
  /** Empty where the model called tools and said nothing. Of a refusal its words. */
  text: string;
  /** What it thought, where the provider keeps that apart; null: nothing. */
  reasoning: string | null;
  end: ReplyEnd;
  toolCalls: ProposedCall[];
  /** Null where the provider does not say. */
  usage: TokenUsage | null;
  firstTokenMs: number | null;
  /** What the provider wants to see again with this answer; null: nothing. */
  giveBack: GiveBack | null;
  /** The answer as one object, as the provider would have sent it without streaming. */
  response: StoredAnswer;
}

/** An answer as the ledger keeps it. */
export interface StoredAnswer {
  id: string;
  model: string;
  finishReason: string;
  /** Absent: the answer is whole. */
  ending?: Ending;
  content: string;
  reasoning?: string;
  toolCalls?: ProposedCall[];
  usage: object | null;
}
