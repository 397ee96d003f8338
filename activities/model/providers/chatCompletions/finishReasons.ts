import type { ReplyEnd } from '../../../../workflows/domain/transcript/ending.ts';

/** What the known reasons mean for which answers end, in the words of OpenAI and of those who speak its language. */
const ENDS: Record<string, ReplyEnd> = {
  stop: 'stop',
  // Together, text-generation-inference
  eos: 'stop',
  eos_token: 'stop',
  // Anthropic's, as gateways pass them on
  end_turn: 'stop',
  stop_sequence: 'stop',
  tool_use: 'tool_calls',
  tool_calls: 'tool_calls',
  function_call: 'tool_calls',
  length: 'length',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  // Mistral
  model_length: 'length',
  content_filter: 'content_filter',
  // Gemini's, in capitals
  safety: 'content_filter',
  recitation: 'content_filter',
  prohibited_content: 'content_filter',
  blocklist: 'content_filter',
  spii: 'content_filter',
  // GLM
  sensitive: 'content_filter',
  refusal: 'refusal',
};

/** How an answer with this finish reason ended; null for an unknown reason. */
export function endOf(reason: string): ReplyEnd | null {
  const word = reason.toLowerCase();
  return Object.hasOwn(ENDS, word) ? (ENDS[word] ?? null) : null;
}
