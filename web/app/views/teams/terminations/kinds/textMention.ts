import type { TerminationWords } from '../terminationWords.ts';

export const textMention: TerminationWords<'text_mention'> = {
  inWords: ({ text, sources }, { t, format }) =>
    sources === null
      ? t('terminations:text_mention.byAnyone', { text })
      : t('terminations:text_mention.inWords', { who: format.either(sources), text }),
  heading: ({ text, sources }, { t, format }) =>
    sources === null
      ? t('terminations:text_mention.headingByAnyone', { text })
      : t('terminations:text_mention.heading', { text, who: format.either(sources) }),
};
