import type { ContextLimit } from './registry.ts';

/** What an agent's model is shown; AutoGen's model contexts, and one that summarises. */
export type ModelContextConfig = ContextLimit & {
  /** What stands before all that is said (AutoGen's initial_messages), until an orchestrator lets its team begin anew. */
  initial?: InitialMessage[] | undefined;
};

export type InitialMessage =
  { role: 'system'; content: string } | { role: 'user' | 'assistant'; source: string; content: string };
