import type { TerminationWords } from '../terminationWords.ts';

export const functionCall: TerminationWords<'function_call'> = {
  inWords: ({ functionName }, { t }) => t('terminations:function_call.inWords', { name: functionName }),
  heading: ({ functionName }, { t }) => t('terminations:function_call.heading', { name: functionName }),
};
