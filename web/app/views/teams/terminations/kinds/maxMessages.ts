import type { TerminationWords } from '../terminationWords.ts';

export const maxMessages: TerminationWords<'max_messages'> = {
  inWords: ({ maxMessages: count, includeAgentEvents }, { t }) =>
    includeAgentEvents
      ? t('terminations:max_messages.withEvents', { count })
      : t('terminations:max_messages.inWords', { count }),
  heading: ({ maxMessages: count, includeAgentEvents }, { t }) =>
    includeAgentEvents
      ? t('terminations:max_messages.headingWithEvents', { count })
      : t('terminations:max_messages.heading', { count }),
};
