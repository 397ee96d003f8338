import type { InputDeadline } from '../../../../workflows/domain/tasks/kinds/giveInput.ts';
import type { ReviewPolicy } from '../../../../workflows/domain/team.ts';
import { lengthInWords } from './lengthInWords.ts';

/** What happens to a draft that nobody reviews in time. */
export function reviewInWords({ deadlineSeconds, onDeadline }: ReviewPolicy): string {
  const outcome = {
    approve: 'the draft stands as it is',
    discard: 'the draft is dropped and the turn passes',
    stop: 'the conversation stops',
  }[onDeadline];
  return `A person reviews every message. After ${lengthInWords(deadlineSeconds)} without a decision, ${outcome}.`;
}

/** What happens to a person's turn that nobody takes in time. */
export function inputInWords(participant: { deadlineSeconds: number; onDeadline: InputDeadline }): string {
  const outcome = { skip: 'the turn passes', stop: 'the conversation stops' }[participant.onDeadline];
  return `After ${lengthInWords(participant.deadlineSeconds)} without an answer, ${outcome}.`;
}
