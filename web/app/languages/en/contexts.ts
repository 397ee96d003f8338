import type { ModelContextConfig } from '../../../../workflows/domain/modelContext/config.ts';
import type { KindWords } from '../kindWords.ts';

/** Each kind of model context: what the editor calls it, what it shows to a model, and its fields. */
export const contexts = {
  unbounded: {
    name: 'Everything it has seen',
    inWords: 'Everything it has seen.',
  },
  buffered: {
    name: 'The newest messages',
    inWords_one: 'The newest {{count, number}} message.',
    inWords_other: 'The newest {{count, number}} messages.',
    fields: { size: 'Messages' },
  },
  head_and_tail: {
    name: 'The first and the newest messages',
    inWords: 'The first {{head, number}} and the newest {{tail, number}} messages.',
    fields: { head: 'First messages', tail: 'Newest messages' },
  },
  token_limited: {
    name: 'As much as a number of tokens holds',
    inWords_one: 'Up to {{count, number}} token; messages are left out from the middle.',
    inWords_other: 'Up to {{count, number}} tokens; messages are left out from the middle.',
    byWindow: 'As much as the model’s context window holds; messages are left out from the middle.',
    fields: { limit: 'Tokens', byWindow: 'The model’s context window' },
  },
  summarizing: {
    name: 'The newest messages, and a summary of older ones',
    inWords:
      'The newest {{keep, number}} messages; once there are {{after, number}} older ones, a model summarizes them.',
    fields: {
      keep: 'Newest messages',
      summarizeAfter: 'Summarize after this many more',
      model: 'Who summarizes',
      prompt: 'How it is asked to summarize',
      ownPrompt: 'Colloquy’s own wording',
    },
  },
} as const satisfies KindWords<ModelContextConfig['kind'], 'name'>;
