import type { PatternView } from '../patternView.ts';

export const singleAgent: PatternView<'single_agent'> = {
  make: () => ({ kind: 'single_agent' }),
  manager: null,
  drawing: null,
  picture: (_pattern, nodes) => ({ nodes: [...nodes], edges: [] }),
};
