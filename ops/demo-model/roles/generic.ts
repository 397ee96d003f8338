import { lastRemark } from '../situation.ts';
import { closingWord, excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Used if the role is not recognised. */
export const generic: Role = {
  name: 'assistant',
  pattern: /(?:)/,
  answer: (situation) => {
    const { task, own, instructions } = situation;
    const remark = lastRemark(situation);
    const [first, second] = keywordsOf(task, 2);
    const word = own.length > 0 ? closingWord(instructions) : undefined;
    const answer = [
      remark
        ? `To what ${remark.name} said (“${excerpt(remark.text, 80)}”) I would add one thing.`
        : `About ${topicOf(task)}: this is how I see it.`,
      `The **${first}** decides most of it. Once that is settled, the ${second} is a matter of an afternoon; before that, ` +
        `any answer about it is a guess.`,
      own.length === 0
        ? `My proposal: settle the ${first} now and come back to the rest.`
        : `That settles my part of ${topicOf(task)}.`,
    ].join('\n\n');
    return word === undefined ? answer : `${answer}\n\n${word}`;
  },
};
