import { type HumanTaskKind, STOPPED_UNANSWERED, type TaskBase } from '../kind.ts';

/** What happens to a turn that nobody takes: it ends without a message, or the conversation stops. */
export const inputDeadlines = ['skip', 'stop'] as const;

export type InputDeadline = (typeof inputDeadlines)[number];

/** It is a person's turn. */
export interface InputTask extends TaskBase {
  kind: 'give_input';
  onDeadline: InputDeadline;
}

export function openInput(base: TaskBase, { onDeadline }: { onDeadline: InputDeadline }): InputTask {
  return { kind: 'give_input', ...base, onDeadline };
}

export const giveInput: HumanTaskKind<InputTask, 'reply'> = {
  decisions: { reply: { text: 'may_be_empty' } },
  deadlines: inputDeadlines,
  whileOpen: 'waiting',
  effect: (_task, { decision }) => {
    if (decision === 'skip') return { then: 'pass' };
    return decision === 'stop' ? { then: 'end_turn', stop: STOPPED_UNANSWERED } : { then: 'end_turn' };
  },
};
