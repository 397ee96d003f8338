import type { TeamState } from './state.ts';

/**
 * What ended a run: its termination condition, its limit of turns, its pattern that was at its end, a person (or a
 * deadline that nobody met), or a failure, its workflow's end from outside among them.
 */
export type EndCause = 'condition' | 'turn_limit' | 'pattern' | 'person' | 'failure';

/** What ended a team's run; null: it goes on. */
export function endCause({
  outcome,
  termination,
}: Pick<TeamState, 'outcome' | 'termination'>): EndCause | null {
  if (outcome === null) return null;
  switch (outcome.state) {
    case 'stopped':
    case 'cancelled':
      return 'person';
    case 'failed':
      return 'failure';
    case 'finished':
      if (outcome.atTurnLimit === true) return 'turn_limit';
      return termination !== null && termination.fired !== null ? 'condition' : 'pattern';
  }
}
