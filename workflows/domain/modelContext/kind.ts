import type { ModelClient } from '../model.ts';
import type { LlmMessage } from '../request/llmMessage.ts';
import type { ContextSlice } from '../request/slices.ts';

export interface ContextLimits {
  /** Tokens of messages, as the model counts them. */
  countTokens: (messages: readonly LlmMessage[]) => number;
  /** The model's window, for a token limit that the team does not name. */
  windowTokens: number;
}

/** What a context chooses from. */
export interface ContextSource {
  view: readonly LlmMessage[];
  limits: ContextLimits;
  /** What a model has summed up of the view's first messages; null: nothing. */
  summary: { text: string; covers: number } | null;
}

/** How a context has what it drops summed up by a model. */
export interface SummaryRule {
  /** Null: the agent's own. */
  model: ModelClient | null;
  /** Null: our own words. */
  prompt: string | null;
  /** How many messages each summary takes in. */
  every: number;
  /** How many of a view's first messages should be summarised by now; 0: none yet. */
  covers(viewLength: number): number;
}

/**
 * A kind of model context: what of its view an agent's model is shown. A new one is its file here and its line in
 * registry.ts; the compiler names the other rooms' registries that want one too.
 */
export interface ContextKind<Config extends { kind: string }> {
  /** Which parts of a view are shown, as AutoGen's contexts do. */
  slices(config: Config, source: ContextSource): ContextSlice[];
  /** How many of the newest messages are enough; absent: the transcript is read from its beginning. */
  newest?(config: Config): number;
  /** Where what is dropped is summed up: how. */
  summary?(config: Config): SummaryRule;
}
