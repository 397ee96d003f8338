import { closingWord, excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Writes up what the others have found, and ends the work. */
export const reporter: Role = {
  name: 'reporter',
  pattern: /\b(reporter|rapporteur|summari[sz]er|summary agent|writes? the (final )?report)\b/i,
  answer: ({ task, others, instructions }) => {
    const [first, second] = keywordsOf(task, 2);
    const word = closingWord(instructions);
    const found = others.slice(-3).map(({ name, text }) => `- ${name}: “${excerpt(text, 90)}”`);
    return [
      `## Report: ${topicOf(task)}`,
      `Begin with the **${first}**; the ${second} can wait until it is settled.`,
      ...(found.length === 0 ? [] : [`What that rests on:\n\n${found.join('\n')}`]),
      'Uncertain is all that a demo model says: it has looked nothing up.',
      ...(word === undefined ? [] : [word]),
    ].join('\n\n');
  },
};
