import { isJoinedState, type TerminationState } from './condition.ts';
import { terminationKinds } from './registry.ts';

/** Whether a limit is among what has ended a run: enough was enough, whether or not the work was done. */
export function endedByLimit(state: TerminationState): boolean {
  if (state.fired === null) return false;
  if (isJoinedState(state)) return state.conditions.some(endedByLimit);
  return terminationKinds[state.kind].isLimit === true;
}
