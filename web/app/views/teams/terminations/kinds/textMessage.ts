import type { TerminationWords } from '../terminationWords.ts';

export const textMessage: TerminationWords<'text_message'> = {
  inWords: ({ source }, { t }) =>
    source === null
      ? t('terminations:text_message.byAnyone')
      : t('terminations:text_message.inWords', { who: source }),
  heading: ({ source }, { t }) =>
    source === null
      ? t('terminations:text_message.headingByAnyone')
      : t('terminations:text_message.heading', { who: source }),
};
