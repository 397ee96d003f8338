import { lastRemark } from '../situation.ts';
import { excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Answers a customer. */
export const support: Role = {
  name: 'support agent',
  pattern: /\b(support|customer|help ?desk|service agent|concierge)\b/i,
  answer: (situation) => {
    const [first, second] = keywordsOf(situation.task, 2);
    const remark = lastRemark(situation);
    if (situation.own.length > 0 && remark) {
      return `Thank you, that helps: “${excerpt(remark.text)}”.\n\nI have noted it on your request about ${topicOf(situation.task)}. The next step is ours; you will hear from us about the ${first} within one working day.`;
    }
    return [
      `Thank you for writing to us about ${topicOf(situation.task)}. I am sorry for the trouble.`,
      `So that I can help at once, please tell me:\n\n1. When did you first notice it?\n2. Does the **${first}** show the same on another device?\n3. What did you expect of the ${second}?`,
      'Meanwhile nothing of yours is lost, and you need not do anything twice.',
    ].join('\n\n');
  },
};
