import type { CallResult, ContentPart, ProposedCall } from '../transcript/entry.ts';

/** A message as an agent's model context holds it (AutoGen's LLMMessage). */
export type LlmMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; source: string; content: string | ContentPart[] }
  | { role: 'assistant'; source: string; content: string }
  | { role: 'assistant_calls'; source: string; calls: ProposedCall[]; thought: string | null }
  | { role: 'results'; results: CallResult[] };
