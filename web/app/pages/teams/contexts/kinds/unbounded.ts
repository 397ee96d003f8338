import type { ContextView } from '../contextView.ts';

export const unbounded: ContextView<'unbounded'> = {
  make: () => ({ kind: 'unbounded' }),
  inWords: (t) => t('contexts:unbounded.inWords'),
};
