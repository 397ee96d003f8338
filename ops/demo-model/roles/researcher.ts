import { lastRemark } from '../situation.ts';
import { excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Lists findings, and says that a demo has not looked anything up. */
export const researcher: Role = {
  name: 'researcher',
  pattern: /\b(researcher|research|investigator|librarian|scout)\b/i,
  answer: (situation) => {
    const { task, own } = situation;
    const [first, second, third, fourth] = keywordsOf(task, 4);
    const remark = own.length > 0 ? lastRemark(situation) : undefined;
    const opening = remark
      ? `I went back to it because of what ${remark.name} said: “${excerpt(remark.text, 80)}”.`
      : `I gathered what bears on ${topicOf(task)}.`;
    const findings =
      own.length === 0
        ? `- **${first}**: most sources agree on the outline and differ on the cause.\n` +
          `- **${second}**: the figures that are quoted most often are older than they seem.\n` +
          `- **${third}**: people who deal with it daily name it first, studies name it last.\n` +
          `- **${fourth}**: little is written, which is a finding too.`
        : `- **${first}**: one example now stands for the claim, with its limits named.\n` +
          `- **${second}**: the older figures are marked as such.\n` +
          `- Still open: how the ${third} and the ${fourth} depend on each other.`;
    return [
      opening,
      findings,
      'This is a demo model: it has looked nothing up. A real one would cite its sources here.',
    ].join('\n\n');
  },
};
