import type { Pattern } from '../pattern.ts';

export interface RoundRobinConfig {
  kind: 'round_robin';
}

export interface RoundRobinState {
  kind: 'round_robin';
  /** Index of the participant who speaks next. */
  nextIndex: number;
}

/**
 * Participants speak in the order of the team, over and over. A turn without a message (it was skipped) counts too.
 * As in AutoGen, the index continues across runs.
 */
export const roundRobin: Pattern<RoundRobinConfig, RoundRobinState> = {
  manager: 'RoundRobinGroupChatManager',
  plan: (config) => config,
  initial: () => ({ kind: 'round_robin', nextIndex: 0 }),
  started: (_context, state) => state,
  next: ({ participants }, state) => {
    const speaker = participants[state.nextIndex];
    if (speaker === undefined) throw new Error(`The team has no participant ${String(state.nextIndex)}`);
    return { kind: 'speak', speakers: [speaker] };
  },
  observe: ({ participants }, state) => ({
    kind: 'round_robin',
    nextIndex: (state.nextIndex + 1) % participants.length,
  }),
};
