import type { ContextLimit } from './registry.ts';

/** What an agent's model is shown; AutoGen's model contexts, and one that summarises. */
export type ModelContextConfig = ContextLimit & {
  /** Messages before all others (AutoGen's initial_messages), until an orchestrator restarts its team. */
  initial?: InitialMessage[] | undefined;
};

export type InitialMessage =
  { role: 'system'; content: string } | { role: 'user' | 'assistant'; source: string; content: string };
