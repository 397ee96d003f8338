import { lengthInWords } from '../../lengthInWords.ts';
import type { TerminationWords } from '../terminationWords.ts';

export const timeout: TerminationWords<'timeout'> = {
  inWords: ({ seconds }, { t }) => t('terminations:timeout.inWords', { length: lengthInWords(t, seconds) }),
  heading: ({ seconds }, { t, format }) =>
    t('terminations:timeout.heading', { length: format.duration(seconds * 1_000) }),
};
