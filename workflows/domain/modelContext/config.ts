import type { ModelClient } from '../model.ts';

/** What an agent's model is shown; AutoGen's model contexts, and one that summarises. */
export type ModelContextConfig = ContextLimit & {
  /** What stands before all that is said (AutoGen's initial_messages), until an orchestrator lets its team begin anew. */
  initial?: InitialMessage[] | undefined;
};

export type InitialMessage =
  { role: 'system'; content: string } | { role: 'user' | 'assistant'; source: string; content: string };

export type ContextLimit =
  | { kind: 'unbounded' }
  /** The newest `size` messages. */
  | { kind: 'buffered'; size: number }
  /** The first `head` and the last `tail` messages, with a line between them that says how many are left out. */
  | { kind: 'head_and_tail'; head: number; tail: number }
  /** Messages are left out from the middle until the rest is within the limit; null: within the model's window. */
  | { kind: 'token_limited'; limit: number | null }
  /** The newest `keep` messages; once `summarizeAfter` more stand before them, a model sums those up in one message. */
  | {
      kind: 'summarizing';
      keep: number;
      summarizeAfter: number;
      model: ModelClient | null;
      prompt: string | null;
    };
