import type { ModelClient } from '../model.ts';

/** How much of what an agent has seen its model is shown; AutoGen's model contexts, and one that summarises. */
export type ModelContextConfig =
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
