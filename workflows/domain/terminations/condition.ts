import type { MessageFacts } from '../message.ts';

/** When a conversation is over; a tree of any depth. */
export type TerminationCondition =
  | { kind: 'max_messages'; maxMessages: number }
  | { kind: 'text_mention'; text: string; sources: string[] | null }
  | { kind: 'external' }
  | { kind: 'and'; conditions: TerminationCondition[] }
  | { kind: 'or'; conditions: TerminationCondition[] };

/** What a condition remembers between checks; mirrors the tree. */
export type TerminationState =
  | { kind: 'max_messages'; count: number; fired: string | null }
  | { kind: 'text_mention'; fired: string | null }
  | { kind: 'external'; fired: string | null }
  | { kind: 'and' | 'or'; fired: string | null; conditions: TerminationState[] };

/** What a condition is shown at a check: the messages since the last one, and whether somebody asked to stop. */
export interface TerminationDelta {
  messages: readonly MessageFacts[];
  stopRequested: boolean;
}
