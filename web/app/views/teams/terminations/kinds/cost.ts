import type { TerminationWords } from '../terminationWords.ts';

export const cost: TerminationWords<'cost'> = {
  inWords: ({ maxMicroUsd }, { t, format }) =>
    t('terminations:cost.inWords', { cost: format.money(maxMicroUsd) }),
  heading: (_condition, { t }) => t('terminations:cost.name'),
};
