import type { Json } from '../json.ts';
import type { ProviderOptions } from '../model.ts';
import type { LlmMessage } from '../request/llmMessage.ts';
import type { WireRules } from './wireRules.ts';

/** A question to a model, before any provider's form. */
export interface ModelQuestion {
  /** The model and what is passed on to it as it is, in this order. */
  parameters: { model: string; [name: string]: Json };
  messages: readonly LlmMessage[];
  /** The tools as they are stored with requests: Chat Completions' list of functions (see toolDescriptions.ts). */
  tools: { list: Json; choice: 'auto' | 'none' } | null;
  /** The shape of the answer as it is stored with requests: Chat Completions' response_format. Null: text. */
  format: Json;
  /** Whether the answer comes in pieces. */
  stream: boolean;
  options: ProviderOptions;
}

/** The body of a request. */
export interface WireRequest {
  model: string;
  [field: string]: unknown;
}

/**
 * The pure side of a model provider: what the page and the worker share, so that a request can be shown exactly as it
 * left. The other side is `activities/model/provider.ts`.
 */
export interface WireProvider {
  abilities: {
    /** The options of a model client that it knows. */
    options: readonly (keyof ProviderOptions)[];
  };
  /** The body of the request for a question. The same question and rules give the same bytes. */
  toWire(question: ModelQuestion, rules: WireRules): WireRequest;
  /** The request as it leaves, where it carries the id of its call too; absent: it leaves as it is. */
  withCallId?(request: WireRequest, callId: string): WireRequest;
}
