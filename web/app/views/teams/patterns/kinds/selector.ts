import { star } from '../../graph/picture.ts';
import type { ManagerView, PatternView } from '../patternView.ts';

const manager: ManagerView = {
  name: (t) => t('patterns:selector.manager.name'),
  detail: (t) => t('patterns:selector.manager.detail'),
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
  picture: (_pattern, nodes, _participants, t) => star(nodes, manager, t),
  stateInWords: ({ previous, chosen }, _participants, { t }) => [
    previous === null
      ? t('patterns:selector.state.noPrevious')
      : t('patterns:selector.state.previous', { who: previous }),
    ...(chosen === null ? [] : [t('patterns:selector.state.chosen', { who: chosen })]),
  ],
};
