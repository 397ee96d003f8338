import type { TerminationWords } from '../terminationWords.ts';

export const expression: TerminationWords<'expression'> = {
  inWords: (condition, { t }) => t('terminations:expression.inWords', { expression: condition.expression }),
  heading: (condition, { t }) => t('terminations:expression.heading', { expression: condition.expression }),
};
