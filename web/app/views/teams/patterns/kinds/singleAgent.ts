import type { PatternView } from '../patternView.ts';

export const singleAgent: PatternView<'single_agent'> = {
  name: 'Single agent',
  description: 'One participant works on the task alone.',
  make: () => ({ kind: 'single_agent' }),
  manager: null,
  drawing: null,
  picture: (_pattern, nodes) => ({ nodes: [...nodes], edges: [] }),
};
