import type { PictureEdge } from '../../graph/picture.ts';
import type { PatternView } from '../patternView.ts';

export const roundRobin: PatternView<'round_robin'> = {
  make: () => ({ kind: 'round_robin' }),
  manager: null,
  drawing: null,
  picture: (_pattern, nodes) => ({ nodes: [...nodes], edges: ring(nodes.map(({ id }) => id)) }),
  stateInWords: ({ nextIndex }, participants, { t }) => [
    t('patterns:round_robin.state.next', { who: participants[nextIndex] ?? '?' }),
  ],
  isPlain: true,
};

function ring(names: readonly string[]): PictureEdge[] {
  if (names.length < 2) return [];
  return names.map((from, index) => ({
    from,
    to: names[(index + 1) % names.length] ?? from,
    label: null,
    mark: null,
    isChoice: false,
  }));
}
