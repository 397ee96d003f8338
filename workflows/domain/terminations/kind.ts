import type { MessageFacts } from '../message.ts';

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

/** How near a condition is, for what can be counted. */
export interface Measure {
  unit:
    'messages' | 'tokens' | 'prompt tokens' | 'completion tokens' | 'micro-USD' | 'seconds' | 'conditions';
  current: number;
  limit: number;
}

/** What every condition remembers: `fired` is the stop reason once it has fired. */
export interface Latch<Kind extends string> {
  kind: Kind;
  fired: string | null;
}

/**
 * A kind of termination condition without conditions below it: pure functions of its configuration (`condition`) and
 * of its state between checks (`state`, plain JSON). A new kind is a file here and a line in registry.ts; the
 * compiler names the other registries that need a line.
 */
export interface TerminationKind<
  Condition extends { kind: string },
  State extends Latch<Condition['kind']> = Latch<Condition['kind']>,
> {
  /** What is remembered before anything was seen. */
  initial(condition: Condition): State;
  /** What is remembered after a check; `fired` is then the stop reason in AutoGen's words, or null. */
  observe(condition: Condition, state: State, delta: TerminationDelta): State;
  /** What it waits for, in a few English words. */
  label(condition: Condition): string;
  /** How near it is, for what can be counted; several where any of several limits ends it. */
  measures?(condition: Condition, state: State, nowMs: number): Measure[];
  /** What has to be known of every message for it. */
  watched?(condition: Condition): Partial<Watched>;
  /** When it fires by itself, in Unix milliseconds; null: it waits for an event. */
  firesAtMs?(condition: Condition, state: State): number | null;
  /** Whether it says that enough is enough, and not that the work is done. */
  isLimit?: true;
  /** Whether a request to stop makes it fire. */
  heedsStopRequests?: true;
}

/** A kind that a single message makes true, whatever came before. */
export function messageKind<Condition extends { kind: string }>(
  kind: Condition['kind'],
  behaviour: {
    /** The stop reason where this message makes it true. */
    reason(condition: Condition, message: MessageFacts): string | null;
    label(condition: Condition): string;
    watched?(condition: Condition): Partial<Watched>;
  },
): TerminationKind<Condition> {
  return {
    ...behaviour,
    initial: () => ({ kind, fired: null }),
    observe: (condition, _state, { messages }) => ({ kind, fired: firstReason(condition, messages) }),
  };

  function firstReason(condition: Condition, messages: readonly MessageFacts[]): string | null {
    for (const message of messages) {
      const found = behaviour.reason(condition, message);
      if (found !== null) return found;
    }
    return null;
  }
}

/** Adds what a message has of something that not every message has. */
export function sum(
  start: number,
  messages: readonly MessageFacts[],
  of: (message: MessageFacts) => number | undefined,
): number {
  return messages.reduce((total, message) => total + (of(message) ?? 0), start);
}

/** "a", "a or b", "a, b or c". */
export function anyOf(names: readonly string[]): string {
  return [...names.slice(0, -2), names.slice(-2).join(' or ')].join(', ');
}
