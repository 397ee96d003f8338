import { star } from '../../graph/picture.ts';
import type { ManagerView, PatternView } from '../patternView.ts';

const manager: ManagerView = {
  name: (t) => t('patterns:magentic_one.manager.name'),
  detail: (t) => t('patterns:magentic_one.manager.detail'),
};

export const magenticOne: PatternView<'magentic_one'> = {
  make: () => ({ kind: 'magentic_one', model: null, maxStalls: 3, maxResets: null, finalAnswerPrompt: null }),
  manager: manager,
  drawing: null,
  picture: (_pattern, nodes, _participants, t) => star(nodes, manager, t),
  stateInWords: ({ rounds, stalls, resets, speaker }, _participants, { t }) => [
    t('patterns:magentic_one.state.ledger', { rounds, stalls, resets }),
    ...(speaker === null ? [] : [t('patterns:magentic_one.state.next', { who: speaker })]),
  ],
};
