import { lastRemark } from '../situation.ts';
import { excerpt, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Writes a program that runs, using the numbers in the task. */
export const coder: Role = {
  name: 'coder',
  pattern: /\b(coder|programmer|writes? (complete )?python|code execution agent|writes? code)\b/i,
  answer: (situation) => {
    const { task, own } = situation;
    const remark = lastRemark(situation);
    const numbers = (task.match(/\d+(?:[.,]\d+)*/g) ?? ['1', '2', '3']).slice(0, 6);
    const program = [
      `numbers = [${numbers.map((number) => number.replaceAll(',', '').replace(/^0+(?=\d)/, '')).join(', ')}]`,
      'print("numbers of the task:", *numbers)',
      'print("their sum:", sum(numbers))',
    ].join('\n');
    if (own.length > 0 && remark !== undefined) {
      return `It ran: “${excerpt(remark.text, 80)}”. That is all that a program can say about ${topicOf(task)}.`;
    }
    return `A program about ${topicOf(task)}:\n\n\`\`\`python\n${program}\n\`\`\``;
  },
};
