import type { PatternView } from '../patternView.ts';

export const singleAgent: PatternView<'single_agent'> = {
  make: () => ({ kind: 'single_agent' }),
  manager: null,
  drawing: null,
  picture: (_pattern, nodes) => ({ nodes: [...nodes], edges: [] }),
  stateInWords: ({ answered }, _participants, { t }) => [
    t(answered ? 'patterns:single_agent.state.answered' : 'patterns:single_agent.state.unanswered'),
  ],
};
