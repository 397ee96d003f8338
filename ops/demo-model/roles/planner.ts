import { lastRemark } from '../situation.ts';
import { capitalise, excerpt, keywordsOf, subjectOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Breaks a task into steps. */
export const planner: Role = {
  name: 'planner',
  pattern: /\b(planner|plans?|orchestrator|coordinator|project manager|organi[sz]er)\b/i,
  answer: (situation) => {
    const subject = topicOf(situation.task);
    const [first, second, third] = keywordsOf(situation.task, 3);
    const remark = lastRemark(situation);
    const reason = remark
      ? `With what ${remark.name} said (“${excerpt(remark.text, 70)}”), this is the order:`
      : 'This is the order:';
    return [
      `## Plan: ${capitalise(subjectOf(situation.task))}`,
      reason,
      `1. **Agree on the ${first}**: what counts as done, in one sentence.\n` +
        `2. **Gather the ${second}**: half a day, no more; note what is missing.\n` +
        `3. **Decide on the ${third}** with the two people it concerns.\n` +
        `4. **Do it small** first, look at it together, then do the rest.`,
      `The first step is the one that saves time: without it, ${subject} can’t be called finished.`,
    ].join('\n\n');
  },
};
