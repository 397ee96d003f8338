import {
  isJoined,
  isJoinedState,
  type JoinedCondition,
  type TerminationCondition,
  type TerminationState,
} from './condition.ts';
import type { Measure } from './kind.ts';
import { initialTermination, leafState } from './observe.ts';
import { kindOf } from './registry.ts';

/** A termination condition as a page shows it: what it waits for, and how near it is. */
export interface ConditionProgress {
  kind: TerminationCondition['kind'];
  /** What it waits for, in a few English words. */
  label: string;
  /** How near it is, for what can be counted; several where any of several limits ends it. */
  measures: Measure[];
  /** The stop reason, once it has fired. */
  fired: string | null;
  /** The branches of an `and` or `or`. */
  conditions: ConditionProgress[];
}

/** The tree of a condition with how near each part is. */
export function progressOf(
  condition: TerminationCondition,
  state: TerminationState,
  nowMs: number,
): ConditionProgress {
  const { kind } = condition;
  if (isJoined(condition)) {
    const label = kind === 'and' ? 'All of' : 'Any of';
    const measures = kind === 'and' ? [branchesFired(condition, state)] : [];
    return { kind, label, measures, fired: state.fired, conditions: branchesOf(condition, state, nowMs) };
  }
  const own = kindOf(condition);
  return {
    kind,
    label: own.label(condition),
    measures: own.measures?.(condition, leafState(condition, state), nowMs) ?? [],
    fired: state.fired,
    conditions: [],
  };
}

function branchesOf(condition: JoinedCondition, state: TerminationState, nowMs: number) {
  const states = isJoinedState(state) && state.kind === condition.kind ? state.conditions : [];
  return condition.conditions.map((child, index) =>
    progressOf(child, states[index] ?? initialTermination(child), nowMs),
  );
}

function branchesFired({ conditions }: JoinedCondition, state: TerminationState): Measure {
  const children = isJoinedState(state) && state.kind === 'and' ? state.conditions : [];
  const current = children.filter(({ fired }) => fired !== null).length;
  return { unit: 'conditions', current, limit: conditions.length };
}
