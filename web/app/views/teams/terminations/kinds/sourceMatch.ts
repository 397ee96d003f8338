import type { TerminationWords } from '../terminationWords.ts';

export const sourceMatch: TerminationWords<'source_match'> = {
  inWords: ({ sources }, { t, format }) =>
    t('terminations:source_match.inWords', { who: format.either(sources) }),
  heading: ({ sources }, { t, format }) =>
    t('terminations:source_match.inWords', { who: format.either(sources) }),
};
