import type { MessageFacts } from '../message.ts';
import { ROOT_SCOPE } from './scope.ts';
import type { ConversationState } from './state.ts';
import { teamAt } from './teams.ts';

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
