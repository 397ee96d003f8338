import type { TerminationWords } from '../terminationWords.ts';

export const stopMessage: TerminationWords<'stop_message'> = {
  inWords: (_condition, { t }) => t('terminations:stop_message.inWords'),
  heading: (_condition, { t }) => t('terminations:stop_message.name'),
};
