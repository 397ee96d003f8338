import type { Situation } from '../situation.ts';
import { lastRemark } from '../situation.ts';
import { closingWord, decisionWords, excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Finds something to improve at its first look, and approves at its second. */
export const reviewer: Role = {
  name: 'reviewer',
  pattern: /\b(reviewer|critic|critique|review|checker|judge|tester|checks?|verifier)\b/i,
  answer: (situation) => (situation.own.length === 0 ? firstLook(situation) : secondLook(situation)),
};

function firstLook(situation: Situation): string {
  const { task } = situation;
  const remark = lastRemark(situation);
  const [first, second] = keywordsOf(task, 2);
  const opening = remark
    ? `Thank you, ${remark.name}. “${excerpt(remark.text, 80)}” is a good place to start.`
    : `I looked at ${topicOf(task)}.`;
  const again = decisionWords(situation.instructions)?.again;
  return [
    ...(again === undefined ? [] : [again]),
    opening,
    `1. **The ${first}** comes too late. Say it in the first sentence.\n` +
      `2. **The ${second}** is claimed, not shown: one concrete example would carry it.\n` +
      `3. The last sentence repeats the first. End on what the reader can do next.`,
    'None of this is far off. One more round should do.',
  ].join('\n\n');
}

function secondLook(situation: Situation): string {
  const remark = lastRemark(situation);
  const word = closingWord(situation.instructions) ?? 'APPROVE';
  const author = remark ? `${remark.name}’s version` : 'It';
  return `${author} answers what was asked about ${topicOf(situation.task)}, and the remarks of my first look are dealt with.\n\n${word}`;
}
