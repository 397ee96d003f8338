import { formatDuration } from '../format/duration.ts';
import type { InputDeadline, ReviewPolicy } from '../../../workflows/domain/team.ts';

/** What happens to a draft that nobody reviews in time. */
export function reviewInWords({ deadlineSeconds, onDeadline }: ReviewPolicy): string {
  const outcome = {
    approve: 'the draft stands as it is',
    discard: 'the draft is dropped and the turn passes',
    stop: 'the conversation stops',
  }[onDeadline];
  return `A person reviews every message. After ${formatDuration(deadlineSeconds * 1_000)} without a decision, ${outcome}.`;
}

/** What happens to a person's turn that nobody takes in time. */
export function inputInWords(participant: { deadlineSeconds: number; onDeadline: InputDeadline }): string {
  const outcome = { skip: 'the turn passes', stop: 'the conversation stops' }[participant.onDeadline];
  return `After ${formatDuration(participant.deadlineSeconds * 1_000)} without an answer, ${outcome}.`;
}
