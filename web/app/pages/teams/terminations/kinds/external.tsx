import type { TerminationView } from '../terminationView.ts';

export const external: TerminationView<'external'> = {
  make: () => ({ kind: 'external' }),
  inWords: (_condition, { t }) => t('terminations:external.inWords'),
};
