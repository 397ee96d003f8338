import type { Situation } from '../situation.ts';
import { lastRemark } from '../situation.ts';
import { capitalise, excerpt, keywordsOf, pick, subjectOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Writes a draft, and later drafts that take feedback into account. */
export const writer: Role = {
  name: 'writer',
  pattern: /\b(writer|author|copywriter|novelist|poet|drafts?)\b/i,
  answer: (situation) => (situation.own.length === 0 ? firstDraft(situation) : nextDraft(situation)),
};

function firstDraft({ task }: Situation): string {
  const subject = topicOf(task);
  const [first, second, third] = keywordsOf(task, 3);
  const opening = pick(
    [
      `Few things are asked for as often, and done as seldom with care, as ${subject}.`,
      `Begin with what is plain: ${subject}.`,
      `There is a good reason to take a moment for ${subject}.`,
    ],
    task,
  );
  return [
    `## ${capitalise(subjectOf(task))}`,
    `${opening} Whoever looks closely finds the **${first}** first, and soon after it the question of what it is for.`,
    `The ${second} gives the answer its shape. It keeps the large words small and lets the ${third} be seen, which is ` +
      `where most readers will recognise themselves.`,
    `So here is the thought to keep: start with the ${first}, stay for the ${second}, and leave the rest for another day.`,
  ].join('\n\n');
}

function nextDraft(situation: Situation): string {
  const { task, own, feedback } = situation;
  const subject = topicOf(task);
  const [first, second] = keywordsOf(`${feedback ?? lastRemark(situation)?.text ?? ''} ${task}`, 2);
  const told = excerpt(feedback ?? lastRemark(situation)?.text ?? '');
  return [
    `## ${capitalise(subjectOf(task))} (draft ${own.length + 1})`,
    told === '' ? 'I went over it once more.' : `I have worked in the remark “${told}”.`,
    `It now opens with the point: ${subject} matters because of the **${first}**, and a reader sees that in the first ` +
      `line. The ${second} follows with one example instead of three, and the closing sentence no longer repeats the opening.`,
    `What stays is the tone: plain, warm, and no longer than it has to be.`,
  ].join('\n\n');
}
