import type { Pattern } from '../pattern.ts';

/** One participant answers each task once, as AutoGen's `agent.run` does. */
export interface SingleAgentConfig {
  kind: 'single_agent';
}

export interface SingleAgentState {
  kind: 'single_agent';
  /** Whether the task of this run is answered. */
  answered: boolean;
}

/** The first participant answers the task, and that is all. */
export const singleAgent: Pattern<SingleAgentConfig, SingleAgentState> = {
  manager: 'SingleAgentManager',
  plan: (config) => config,
  initial: () => ({ kind: 'single_agent', answered: false }),
  started: () => ({ kind: 'single_agent', answered: false }),
  next: ({ participants }, state) => {
    const [speaker] = participants;
    if (speaker === undefined) throw new Error('The team has no participant');
    return state.answered ? { kind: 'finish', stopReason: null } : { kind: 'speak', speakers: [speaker] };
  },
  observe: () => ({ kind: 'single_agent', answered: true }),
};
