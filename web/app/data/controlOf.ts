import { storedState } from '../../../workflows/contracts/storedState.ts';
import type { ConversationState } from '../../../workflows/domain/conversation/state.ts';
import { teamsOf } from '../../../workflows/domain/conversation/teams.ts';
import type { ControlView } from '../conversations/control.ts';
import type { ConversationHead } from '../conversations/view.ts';

/**
 * A stored control state as the page shows it; null where there is none for this run, or where it is of a form that
 * this version does not know: the page then says less, and stands.
 */
export function controlOf(
  stored: unknown,
  { run, endedAt }: Pick<ConversationHead, 'run' | 'endedAt'>,
): ControlView | null {
  const state = read(stored);
  if (state === null || state.run !== run) return null;
  const { pattern } = state;
  return {
    run,
    isEnd: endedAt !== null,
    termination: state.termination,
    turnsTaken: state.turnsTaken,
    unchecked: state.unchecked,
    checkedBefore: Math.min(state.nextSeq, ...state.active.map(({ readBefore }) => readBefore)),
    active: teamsOf(state).flatMap(({ scope, team }) =>
      team.active.map(({ speaker, step }) => ({ scope, turn: team.turn, speaker, step: step.kind })),
    ),
    handoff: pattern.kind === 'swarm' ? pattern.handoff : null,
  };
}

function read(stored: unknown): ConversationState | null {
  try {
    return storedState(stored);
  } catch {
    return null;
  }
}
