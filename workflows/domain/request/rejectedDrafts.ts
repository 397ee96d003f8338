import type { LlmMessage } from './llmMessage.ts';

/** A draft of this turn that a person sent back, with what they said. */
export interface RejectedDraft {
  content: string;
  feedback: string;
}

/** Drafts that were sent back, each with the reviewer's words, as their author is shown them when it writes again. */
export function rejectedDrafts(agent: string, rejected: readonly RejectedDraft[]): LlmMessage[] {
  return rejected.flatMap(({ content, feedback }): LlmMessage[] => [
    { role: 'assistant', source: agent, content },
    { role: 'user', source: 'reviewer', content: feedback },
  ]);
}
