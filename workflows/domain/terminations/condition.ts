import type { LeafConditions, LeafKind, LeafStates } from './registry.ts';

/** When a conversation is over; a tree of any depth. AutoGen's conditions, and `cost`, which it lacks. */
export type TerminationCondition = LeafCondition | JoinedCondition;

export type LeafCondition = LeafConditions[LeafKind];

export interface JoinedCondition {
  kind: 'and' | 'or';
  conditions: TerminationCondition[];
}

/** What a condition remembers between checks; mirrors the tree. `fired` is the stop reason once it has fired. */
export type TerminationState = LeafStates[LeafKind] | JoinedState;

export interface JoinedState {
  kind: 'and' | 'or';
  fired: string | null;
  conditions: TerminationState[];
  /** Reasons of an `and`'s branches in the order in which they fired. */
  reasons?: string[] | undefined;
}

export function isJoined(condition: TerminationCondition): condition is JoinedCondition {
  return condition.kind === 'and' || condition.kind === 'or';
}

export function isJoinedState(state: TerminationState): state is JoinedState {
  return state.kind === 'and' || state.kind === 'or';
}

/** The conditions of a tree that have none below them. */
export function leavesOf(condition: TerminationCondition): LeafCondition[] {
  return isJoined(condition) ? condition.conditions.flatMap(leavesOf) : [condition];
}
