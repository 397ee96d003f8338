import { star } from '../../graph/picture.ts';
import type { ManagerView, PatternView } from '../patternView.ts';

const manager: ManagerView<'select'> = {
  name: 'Selector',
  detail: 'A model chooses who speaks',
  requests: { select: { done: 'Chose who speaks', now: 'choosing who speaks…' } },
};

export const selector: PatternView<'selector'> = {
  make: () => ({
    kind: 'selector',
    model: null,
    prompt: null,
    allowRepeatedSpeaker: false,
    maxAttempts: 3,
    candidateFilter: null,
    streaming: false,
    context: { kind: 'unbounded' },
  }),
  manager: manager,
  drawing: null,
  picture: (_pattern, nodes) => star(nodes, manager),
};
