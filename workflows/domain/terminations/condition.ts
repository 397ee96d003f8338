import type { MessageFacts } from '../message.ts';

/** When a conversation is over; a tree of any depth. AutoGen's conditions, and `cost`, which it lacks. */
export type TerminationCondition = LeafCondition | JoinedCondition;

export type LeafCondition =
  | { kind: 'max_messages'; maxMessages: number; includeAgentEvents: boolean }
  | { kind: 'text_mention'; text: string; sources: string[] | null }
  | { kind: 'stop_message' }
  /** At least one limit; any that is reached ends it. */
  | { kind: 'token_usage'; maxTotal: number | null; maxPrompt: number | null; maxCompletion: number | null }
  /** Money that model calls have cost in this run, those of selectors and orchestrators included. */
  | { kind: 'cost'; maxMicroUsd: number }
  /** Looked at between turns, as in AutoGen; a wait on a person ends with it. */
  | { kind: 'timeout'; seconds: number }
  | { kind: 'handoff'; target: string }
  | { kind: 'source_match'; sources: string[] }
  | { kind: 'text_message'; source: string | null }
  | { kind: 'function_call'; functionName: string }
  | { kind: 'external' }
  /** AutoGen's functional condition as data: a CEL expression over one message (`type`, `source`, `content`, `target`). */
  | { kind: 'expression'; expression: string };

export interface JoinedCondition {
  kind: 'and' | 'or';
  conditions: TerminationCondition[];
}

/** What a condition remembers between checks; mirrors the tree. `fired` is the stop reason once it has fired. */
export type TerminationState =
  | { kind: 'max_messages'; count: number; fired: string | null }
  | { kind: 'token_usage'; prompt: number; completion: number; fired: string | null }
  | { kind: 'cost'; spentMicroUsd: number; fired: string | null }
  | { kind: 'timeout'; startedAtMs: number | null; fired: string | null }
  | {
      kind:
        | 'text_mention'
        | 'stop_message'
        | 'handoff'
        | 'source_match'
        | 'text_message'
        | 'function_call'
        | 'external'
        | 'expression';
      fired: string | null;
    }
  | {
      kind: 'and' | 'or';
      fired: string | null;
      conditions: TerminationState[];
      /** Reasons of an `and`'s branches in the order in which they fired. */
      reasons?: string[];
    };

/** What a condition is shown at a check. */
export interface TerminationDelta {
  /** The messages since the last check. */
  messages: readonly MessageFacts[];
  /** Whether somebody asked to stop. */
  stopRequested: boolean;
  nowMs: number;
  /** What model calls that left no message (a selector's) have cost since the last check. */
  silentCostMicroUsd?: number;
}

/** What activities look for in every message, so that the workflow needs none of the message itself. */
export interface Watched {
  texts: string[];
  expressions: string[];
  functions: string[];
}
