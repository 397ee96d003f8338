import type { TerminationWords } from '../terminationWords.ts';

export const handoff: TerminationWords<'handoff'> = {
  inWords: ({ target }, { t }) => t('terminations:handoff.inWords', { target }),
  heading: ({ target }, { t }) => t('terminations:handoff.heading', { target }),
};
