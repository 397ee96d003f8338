import { nameMeant } from '../../../workflows/domain/names/meant.ts';
import type { ChatMessage } from '../wire.ts';
import { excerpt, keywordsOf, topicOf } from '../words.ts';
import { type Play, saying } from './play.ts';

/** An orchestrator's requests: known facts, a plan, an entry of its ledger, the final answer. */
export const orchestrate: Play = ({ messages }) => {
  const prompt = messages.at(-1)?.content ?? '';
  if (/\bpre-survey\b/.test(prompt)) return saying(facts(between(prompt, 'Here is the request:')));
  if (/\bold fact sheet\b/.test(prompt)) return saying(facts(between(prompt, 'solve the following task:')));
  if (/\bbullet-point plan\b|\bcome up with a new plan\b/.test(prompt)) return saying(plan(prompt));
  if (/"is_request_satisfied"/.test(prompt)) return saying(ledger(prompt, messages));
  if (/\bprovide the final answer to the original request\b/.test(prompt)) {
    return saying(finalAnswer(between(prompt, 'following task:'), messages));
  }
  return null;
};

function facts(task: string): string {
  const [first, second, third] = keywordsOf(task, 3);
  return [
    `1. GIVEN OR VERIFIED FACTS\n- The request is about ${topicOf(task)}.`,
    `2. FACTS TO LOOK UP\n- What is known of the ${first}.`,
    `3. FACTS TO DERIVE\n- What follows from it for the ${second}.`,
    `4. EDUCATED GUESSES\n- The ${third} matters less than it seems.`,
  ].join('\n\n');
}

function plan(prompt: string): string {
  const members = [...prompt.matchAll(/^([^\s:*-][^:\n]{0,200}): (.+)$/gmu)];
  return members
    .map(([, name = '', description = '']) => `- ${name}: ${excerpt(description, 80)}`)
    .join('\n');
}

/** Every participant takes one turn, in order; then the task counts as done. */
function ledger(prompt: string, messages: readonly ChatMessage[]): string {
  const names = (/\(select from: ([^)\n]*)\)/.exec(prompt)?.[1] ?? '').split(', ');
  const begin = messages.findLastIndex(({ content }) => content.includes('Here is the plan to follow'));
  const heard = messages.slice(begin + 1, -1).filter(({ role }) => role === 'user');
  const spoken = heard.map(({ name }, index) =>
    name === undefined ? (names[index % names.length] ?? '') : (nameMeant(name, names) ?? ''),
  );
  const open = names.filter((name) => !spoken.includes(name));
  const next = open[0] ?? names[0] ?? '';
  const isDone = open.length === 0;
  const topic = topicOf(between(prompt, 'following request:'));
  const because = (reason: string, answer: boolean | string) => ({ reason, answer });
  return JSON.stringify(
    {
      is_request_satisfied: because(
        isDone ? 'Everybody has done their part.' : `${open.join(', ')} have not spoken yet.`,
        isDone,
      ),
      is_in_loop: because('Nobody has repeated anything.', false),
      is_progress_being_made: because('Each turn has added something.', true),
      next_speaker: because('It is the next part of the plan.', next),
      instruction_or_question: because('That is the next step.', `${next}, please do your part of ${topic}.`),
    },
    null,
    2,
  );
}

function finalAnswer(task: string, messages: readonly ChatMessage[]): string {
  const remarks = messages
    .slice(0, -1)
    .filter(({ role, name }) => role === 'user' && name !== undefined && !/orchestrator/i.test(name))
    .slice(-3)
    .map(({ name = '', content }) => `- ${name}: “${excerpt(content, 90)}”`);
  return [
    `This is what came of ${topicOf(task)}:`,
    ...(remarks.length === 0 ? [] : [remarks.join('\n')]),
  ].join('\n\n');
}

/** The paragraph after a heading of a prompt. */
function between(prompt: string, heading: string): string {
  const at = prompt.indexOf(heading);
  const rest = at === -1 ? prompt : prompt.slice(at + heading.length);
  return rest.trim().split(/\n\s*\n/)[0] ?? '';
}
