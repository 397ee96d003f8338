import { traitsOf } from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import { observeTermination } from '../terminations/observe.ts';
import type { Outcome, TeamState } from './state.ts';

/** Shows the termination condition what it has not seen, and ends the run where it, a person or the turn limit says so. */
export function checkTermination<State extends TeamState>(
  plan: TeamPlan,
  state: State,
  { stop, external, nowMs }: { stop: string | null; external: boolean; nowMs: number },
): State {
  const { unchecked: messages, silentCostMicroUsd } = state;
  const seen = { messages, silentCostMicroUsd, stopRequested: external || stop !== null, nowMs };
  const termination =
    plan.termination === null || state.termination === null
      ? null
      : observeTermination(plan.termination, state.termination, seen);
  return {
    ...state,
    termination,
    unchecked: [],
    silentCostMicroUsd: 0,
    outcome: outcomeOf(plan, state, stop, termination?.fired ?? null),
  };
}

function outcomeOf(
  plan: TeamPlan,
  state: TeamState,
  stop: string | null,
  fired: string | null,
): Outcome | null {
  if (state.outcome !== null) return state.outcome;
  if (stop !== null) return { state: 'stopped', stopReason: fired ?? stop };
  if (fired !== null) return { state: 'finished', stopReason: fired };
  // Plans of 0.1.0 name the limit also where the pattern keeps it.
  const { countsOwnRounds } = traitsOf(plan.pattern);
  if (plan.maxTurns !== null && !countsOwnRounds && state.turnsTaken >= plan.maxTurns) {
    const stopReason = `Maximum number of turns ${String(plan.maxTurns)} reached.`;
    return { state: 'finished', stopReason, atTurnLimit: true };
  }
  return null;
}
