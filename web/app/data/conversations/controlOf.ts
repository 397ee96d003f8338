import { storedState } from '../../../../workflows/contracts/storedState.ts';
import { endCause } from '../../../../workflows/domain/conversation/endCause.ts';
import type { ConversationState } from '../../../../workflows/domain/conversation/state.ts';
import { handedOver } from '../../../../workflows/domain/patterns/askPattern.ts';
import type { ActiveView, ControlView } from './control.ts';
import type { ConversationHead } from './view.ts';

/**
 * The newest stored control state, and who has started to speak since the start of its own team's newest turn.
 */
export interface StoredControl {
  /** A ConversationState from before a turn (without its speakers), or from the end. */
  state: unknown;
  speakers: { turn: number; scope: string; speaker: string }[];
}

/**
 * The stored control state as the page shows it. Null if this run has none, or if its format is unknown to this
 * version: the page then shows less.
 */
export function controlOf(
  { state: stored, speakers }: StoredControl,
  { run, endedAt }: Pick<ConversationHead, 'run' | 'endedAt'>,
): ControlView | null {
  const state = read(stored);
  if (state === null || state.run !== run) return null;
  const { pattern, turn } = state;
  const isEnd = endedAt !== null;
  return {
    run,
    isEnd,
    endedBy: isEnd ? endCause(state) : null,
    termination: state.termination,
    turnsTaken: state.turnsTaken,
    turn,
    nextSeq: state.nextSeq,
    unchecked: state.unchecked,
    silentCostMicroUsd: state.silentCostMicroUsd,
    active: isEnd ? [] : [...ownSpeakers(speakers, turn), ...innerSpeakers(state)],
    handoff: handedOver(pattern),
  };
}

function ownSpeakers(speakers: StoredControl['speakers'], turn: number): ActiveView[] {
  return speakers
    .filter((each) => each.scope === '' && each.turn === turn)
    .map(({ speaker }) => ({ scope: '', turn, speaker, step: 'reply' }));
}

function innerSpeakers(state: ConversationState): ActiveView[] {
  return Object.entries(state.inner).flatMap(([scope, team]) =>
    team.outcome === null
      ? team.active.map(({ speaker, step }) => ({ scope, turn: team.turn, speaker, step: step.kind }))
      : [],
  );
}

function read(stored: unknown): ConversationState | null {
  try {
    return storedState(stored);
  } catch {
    return null;
  }
}
