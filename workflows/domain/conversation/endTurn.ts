import { nextDecision, observePattern, stopPattern, traitsOf } from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import { heedsStopRequests } from '../terminations/observe.ts';
import { checkTermination } from './checkTermination.ts';
import type { ConversationEvent } from './event.ts';
import { patternTeam } from './run.ts';
import { withSaid } from './said.ts';
import { planAt } from './scope.ts';
import type { ActiveSpeaker, ConversationState, TeamState } from './state.ts';
import { teamAt, withTeam } from './teams.ts';

/** A turn ends: the pattern observes it, then the termination condition. */
export function endTurn(
  plan: TeamPlan,
  state: ConversationState,
  { scope, nowMs }: Extract<ConversationEvent, { kind: 'turn_ended' }>,
): ConversationState {
  const teamPlan = planAt(plan, scope);
  const team = teamAt(state, scope);
  const speakers = team.active.map(({ speaker }) => speaker);
  const messages = inOrderOfArrival(team).flatMap((active) => active.messages);
  const observed = withTeam(state, scope, {
    pattern: observePattern(patternTeam(teamPlan), team.pattern, { speakers, messages }),
    turnsTaken: team.turnsTaken + 1,
    active: [],
    arrived: [],
  });
  const ended = withSaid(observed, scope, messages, 'unchecked');
  const { endsBeforeConditions } = traitsOf(teamPlan.pattern);
  const atEnd = endsBeforeConditions ? patternEnd(teamPlan, teamAt(ended, scope)) : null;
  if (atEnd !== null && state.stop === null) return over(plan, withTeam(ended, scope, atEnd), scope);
  return checkEnd(plan, ended, { scope, nowMs });
}

function patternEnd(plan: TeamPlan, team: TeamState): Partial<TeamState> | null {
  const decision = nextDecision(patternTeam(plan), team.pattern);
  if (decision.kind !== 'finish') return null;
  return { unchecked: [], outcome: { state: 'finished', stopReason: decision.stopReason } };
}

/** Whether a team's run is over by its termination condition. */
export function checkEnd(
  plan: TeamPlan,
  state: ConversationState,
  { scope, nowMs }: { scope: string; nowMs: number },
): ConversationState {
  const team = teamAt(state, scope);
  const teamPlan = planAt(plan, scope);
  const { stop, external } = state;
  const checked = withTeam(state, scope, checkTermination(teamPlan, team, { stop, external, nowMs }));
  // The request has been observed: the next run, or the next turn of an inner team, continues.
  const isSeen = external && teamPlan.termination !== null && heedsStopRequests(teamPlan.termination);
  return over(plan, isSeen ? { ...checked, external: false } : checked, scope);
}

/** Tells a pattern that its run has ended. */
function over(plan: TeamPlan, state: ConversationState, scope: string): ConversationState {
  const team = teamAt(state, scope);
  if (team.outcome === null) return state;
  const teamPlan = planAt(plan, scope);
  return withTeam(state, scope, {
    pattern: stopPattern(patternTeam(teamPlan), team.pattern),
  });
}

function inOrderOfArrival(team: TeamState): ActiveSpeaker[] {
  const place = ({ speaker }: ActiveSpeaker) => {
    const arrived = team.arrived.indexOf(speaker);
    return arrived === -1 ? team.active.length : arrived;
  };
  return [...team.active].sort((a, b) => place(a) - place(b));
}
