import type { TerminationWords } from '../terminationWords.ts';

export const external: TerminationWords<'external'> = {
  inWords: (_condition, { t }) => t('terminations:external.inWords'),
  heading: (_condition, { t }) => t('terminations:external.name'),
};
