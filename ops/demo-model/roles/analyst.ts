import { lastRemark } from '../situation.ts';
import { excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Weighs up what the others have found. */
export const analyst: Role = {
  name: 'analyst',
  pattern: /\b(analyst|analy[sz]es?|data scientist|strategist|economist)\b/i,
  answer: (situation) => {
    const [first, second, third] = keywordsOf(situation.task, 3);
    const remark = lastRemark(situation);
    const basis = remark
      ? `From ${remark.name}’s “${excerpt(remark.text, 80)}”`
      : 'From the task as it stands';
    const round = situation.own.length + 1;
    return [
      `${basis} I draw this about ${topicOf(situation.task)}:`,
      `| | weight | why |\n| --- | --- | --- |\n` +
        `| ${first} | high | everything else waits for it |\n` +
        `| ${second} | ${round > 1 ? 'high' : 'medium'} | it can be changed later, at a price |\n` +
        `| ${third} | low | nobody decides by it |`,
      `In short: put the effort into the ${first}. ${
        round > 1
          ? 'With the last remarks taken in, I see no reason to weigh it differently.'
          : `What would change my mind is evidence that the ${second} can’t be changed later.`
      }`,
    ].join('\n\n');
  },
};
