import type { Json } from '../json.ts';
import type { ProviderOptions } from '../model.ts';
import type { LlmMessage } from '../request/llmMessage.ts';
import type { WireRules } from './wireRules.ts';

/** A question to a model, before any provider's form. */
export interface ModelQuestion {
  /** The model and the parameters that are passed on unchanged, in this order. */
  parameters: { model: string; [name: string]: Json };
  messages: readonly LlmMessage[];
  /** The tools as stored with requests: Chat Completions' list of functions (see toolDescriptions.ts). */
  tools: { list: Json; choice: 'auto' | 'none' } | null;
  /** The response format as stored with requests: Chat Completions' response_format. Null: text. */
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
  /** Adds the call's id to the request that is sent; absent: it is sent unchanged. */
  withCallId?(request: WireRequest, callId: string): WireRequest;
}
