import type { MessageFacts } from '../message.ts';
import { ROOT_SCOPE } from './scope.ts';
import type { ConversationState } from './state.ts';
import { teamAt, withTeam } from './teams.ts';
import { scopesAround } from './timeouts.ts';

/** Money spent in a team is spent in the teams around it too. */
export function withSilentCost(
  state: ConversationState,
  scope: string,
  costMicroUsd: number,
): ConversationState {
  if (costMicroUsd === 0) return state;
  return scopesAround(scope).reduce((spent, each) => {
    const silentCostMicroUsd = teamAt(spent, each).silentCostMicroUsd + costMicroUsd;
    return withTeam(spent, each, { silentCostMicroUsd });
  }, state);
}

/** What a team has said: for its condition to see at the next check, and for the turn that an inner team takes. */
export function withSaid(
  state: ConversationState,
  scope: string,
  messages: MessageFacts[],
  counts: 'unchecked' | 'uncounted',
): ConversationState {
  const team = teamAt(state, scope);
  const unchecked = counts === 'unchecked' ? [...team.unchecked, ...messages] : team.unchecked;
  if (scope === ROOT_SCOPE) return { ...state, unchecked };
  const inner = state.inner[scope];
  if (inner === undefined) return state;
  return {
    ...state,
    inner: { ...state.inner, [scope]: { ...inner, unchecked, said: [...inner.said, ...messages] } },
  };
}
