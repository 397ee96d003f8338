import type { TeamPlan } from '../team.ts';
import { observeTermination } from '../terminations/observe.ts';
import type { ConversationState, Outcome } from './state.ts';

/** Shows the termination condition what it has not seen, and ends the conversation where it, a person or the turn limit says so. */
export function checkTermination(plan: TeamPlan, state: ConversationState): ConversationState {
  const seen = { messages: state.unchecked, stopRequested: state.stop !== null };
  const termination =
    plan.termination === null || state.termination === null
      ? null
      : observeTermination(plan.termination, state.termination, seen);
  return {
    ...state,
    termination,
    unchecked: [],
    outcome: outcomeOf(plan, state, termination?.fired ?? null),
  };
}

function outcomeOf(plan: TeamPlan, state: ConversationState, fired: string | null): Outcome | null {
  if (state.outcome !== null) return state.outcome;
  if (state.stop !== null) return { state: 'stopped', stopReason: fired ?? state.stop };
  if (fired !== null) return { state: 'finished', stopReason: fired };
  if (plan.maxTurns !== null && state.turnsTaken >= plan.maxTurns) {
    return { state: 'finished', stopReason: `Maximum number of turns ${String(plan.maxTurns)} reached.` };
  }
  return null;
}
