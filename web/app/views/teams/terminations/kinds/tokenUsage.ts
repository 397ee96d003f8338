import type { TerminationWords } from '../terminationWords.ts';

export const tokenUsage: TerminationWords<'token_usage'> = {
  inWords({ maxTotal, maxPrompt, maxCompletion }, { t, format }) {
    const limits = [
      ['total', maxTotal],
      ['prompt', maxPrompt],
      ['completion', maxCompletion],
    ] as const;
    const named = limits.flatMap(([which, count]) =>
      count === null ? [] : [t(`terminations:token_usage.${which}`, { count })],
    );
    return t('terminations:token_usage.inWords', { limits: format.either(named) });
  },
  heading: (_condition, { t }) => t('terminations:token_usage.name'),
};
