import {
  isJoined,
  isJoinedState,
  type JoinedCondition,
  type LeafCondition,
  leavesOf,
  type TerminationCondition,
  type TerminationState,
} from './condition.ts';
import type { TerminationDelta } from './kind.ts';
import { kindOf, type LeafKind, type LeafStates } from './registry.ts';

/** A condition that has seen nothing; so it is also when a run ends, for the next one. */
export function initialTermination(condition: TerminationCondition): TerminationState {
  if (!isJoined(condition)) return kindOf(condition).initial(condition);
  const conditions = condition.conditions.map(initialTermination);
  return condition.kind === 'and'
    ? { kind: 'and', fired: null, conditions, reasons: [] }
    : { kind: 'or', fired: null, conditions };
}

/**
 * The condition's state after a check; `fired` is then the stop reason in AutoGen's words, or null. As in AutoGen: all
 * branches of an `or` are looked at and their reasons joined; the branches of an `and` latch, and it fires on the check
 * at which the last of them does, with their reasons in the order in which they fired.
 */
export function observeTermination(
  condition: TerminationCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  if (!isJoined(condition)) {
    return kindOf(condition).observe(condition, leafState(condition, state), delta);
  }
  return condition.kind === 'and' ? observeAnd(condition, state, delta) : observeOr(condition, state, delta);
}

/** Whether a request to stop reaches a condition of the tree. */
export function heedsStopRequests(condition: TerminationCondition): boolean {
  return leavesOf(condition).some((leaf) => kindOf(leaf).heedsStopRequests === true);
}

/** A condition's state; the state of another kind counts as an empty one. */
export function leafState(
  condition: LeafCondition,
  state: TerminationState | undefined,
): LeafStates[LeafKind] {
  return state !== undefined && !isJoinedState(state) && state.kind === condition.kind
    ? state
    : kindOf(condition).initial(condition);
}

function observeAnd(
  { conditions }: JoinedCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  const before = childrenOf(conditions, state);
  const children = before.map(({ condition, child }) =>
    child.fired === null ? observeTermination(condition, child, delta) : child,
  );
  const news = children.flatMap(({ fired }, index) =>
    fired !== null && before[index]?.child.fired === null ? [fired] : [],
  );
  const reasons = [...reasonsOf(state), ...news];
  const isFired = children.every(({ fired }) => fired !== null);
  return { kind: 'and', conditions: children, reasons, fired: isFired ? reasons.join(', ') : null };
}

function observeOr(
  { conditions }: JoinedCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  const children = childrenOf(conditions, state).map(({ condition, child }) =>
    observeTermination(condition, child, delta),
  );
  const reasons = children.flatMap(({ fired }) => (fired === null ? [] : [fired]));
  return { kind: 'or', conditions: children, fired: reasons.length > 0 ? reasons.join(', ') : null };
}

function childrenOf(conditions: readonly TerminationCondition[], state: TerminationState) {
  const before = isJoinedState(state) ? state.conditions : [];
  return conditions.map((condition, index) => ({
    condition,
    child: before[index] ?? initialTermination(condition),
  }));
}

/** States stored before reasons were kept have them in the order of the branches. */
function reasonsOf(state: TerminationState): string[] {
  if (!isJoinedState(state)) return [];
  return state.reasons ?? state.conditions.flatMap(({ fired }) => (fired === null ? [] : [fired]));
}
