import { ROOT_SCOPE } from './scope.ts';
import type { ActiveSpeaker, ConversationState, SpeakerStep, TeamState } from './state.ts';

/** The state of a scope's team. */
export function teamAt(state: ConversationState, scope: string): TeamState {
  if (scope === ROOT_SCOPE) return state;
  const team = state.inner[scope];
  if (team === undefined) throw new Error(`No inner team is at work as ${scope}`);
  return team;
}

/** The conversation with another state of a scope's team. */
export function withTeam(
  state: ConversationState,
  scope: string,
  change: Partial<TeamState>,
): ConversationState {
  if (scope === ROOT_SCOPE) return { ...state, ...change };
  const team = state.inner[scope];
  if (team === undefined) throw new Error(`No inner team is at work as ${scope}`);
  return { ...state, inner: { ...state.inner, [scope]: { ...team, ...change } } };
}

/** The state of a speaker in a team's turn. */
export function speakerAt(state: ConversationState, scope: string, speaker: string): ActiveSpeaker {
  const active = teamAt(state, scope).active.find((each) => each.speaker === speaker);
  if (active === undefined) throw new Error(`It is not the turn of ${speaker}`);
  return active;
}

/** The conversation with a changed speaker; a speaker that is now done has arrived. */
export function withSpeaker(
  state: ConversationState,
  scope: string,
  speaker: string,
  change: (active: ActiveSpeaker) => ActiveSpeaker,
): ConversationState {
  const team = teamAt(state, scope);
  const after = change(speakerAt(state, scope, speaker));
  const arrives = after.step.kind === 'done' && !team.arrived.includes(speaker);
  return withTeam(state, scope, {
    active: team.active.map((each) => (each.speaker === speaker ? after : each)),
    arrived: arrives ? [...team.arrived, speaker] : team.arrived,
  });
}

export function withStep(
  state: ConversationState,
  scope: string,
  speaker: string,
  step: SpeakerStep,
): ConversationState {
  return withSpeaker(state, scope, speaker, (active) => ({ ...active, step }));
}

/** Every team of the conversation with an active run, the conversation's own first. */
export function teamsOf(state: ConversationState): { scope: string; team: TeamState }[] {
  const inner = Object.entries(state.inner).map(([scope, team]) => ({ scope, team }));
  return [{ scope: ROOT_SCOPE, team: state }, ...inner.sort((a, b) => (a.scope < b.scope ? -1 : 1))];
}
