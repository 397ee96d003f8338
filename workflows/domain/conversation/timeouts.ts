import type { TeamPlan } from '../plan.ts';
import {
  isJoined,
  isJoinedState,
  type TerminationCondition,
  type TerminationState,
} from '../terminations/condition.ts';
import { leafState, observeTermination } from '../terminations/observe.ts';
import { kindOf } from '../terminations/registry.ts';
import { outerScope, planAt, ROOT_SCOPE } from './scope.ts';
import type { ConversationState } from './state.ts';
import { teamAt } from './teams.ts';

/** Whether a team's run, or that of a team around it, would be over if its condition were looked at now. */
export function isOverdue(plan: TeamPlan, state: ConversationState, scope: string, nowMs: number): boolean {
  return scopesAround(scope).some((each) => isTeamOverdue(plan, state, each, nowMs));
}

/** Whether a team's own run would be. */
export function isTeamOverdue(
  plan: TeamPlan,
  state: ConversationState,
  scope: string,
  nowMs: number,
): boolean {
  const { termination: condition } = planAt(plan, scope);
  const { termination, unchecked: messages, silentCostMicroUsd } = teamAt(state, scope);
  if (condition === null || termination === null || timeoutsIn(condition, termination).length === 0)
    return false;
  const delta = { messages, silentCostMicroUsd, stopRequested: false, nowMs };
  return observeTermination(condition, termination, delta).fired !== null;
}

/** When the next timeout of a team, or of a team around it, passes (Unix milliseconds); null if there is none. */
export function nextTimeoutMs(
  plan: TeamPlan,
  state: ConversationState,
  scope: string,
  nowMs: number,
): number | null {
  const times = scopesAround(scope).flatMap((each) => {
    const { termination: condition } = planAt(plan, each);
    const { termination } = teamAt(state, each);
    return condition === null || termination === null ? [] : timeoutsIn(condition, termination);
  });
  const coming = times.filter((at) => at > nowMs);
  return coming.length === 0 ? null : Math.min(...coming);
}

function timeoutsIn(condition: TerminationCondition, state: TerminationState): number[] {
  if (!isJoined(condition)) {
    if (state.kind !== condition.kind) return [];
    const at = kindOf(condition).firesAtMs?.(condition, leafState(condition, state)) ?? null;
    return at === null ? [] : [at];
  }
  if (!isJoinedState(state)) return [];
  return condition.conditions.flatMap((child, index) => {
    const childState = state.conditions[index];
    return childState === undefined ? [] : timeoutsIn(child, childState);
  });
}

export function scopesAround(scope: string): string[] {
  return scope === ROOT_SCOPE ? [ROOT_SCOPE] : [scope, ...scopesAround(outerScope(scope))];
}
