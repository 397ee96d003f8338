import { failures, isFailureType } from '../../../workflows/contracts/failures.ts';
import type { TaskView } from './view.ts';

/** What a task asks, as its heading. */
export function taskTitle(task: Pick<TaskView, 'kind' | 'speaker'>): string {
  switch (task.kind) {
    case 'review_message':
      return `${task.speaker}’s draft waits for your review`;
    case 'give_input':
      return `It is your turn, as ${task.speaker}`;
    case 'resolve_error':
      return `${task.speaker}’s turn failed`;
    default:
      return `${task.speaker} waits for you`;
  }
}

const AT_DEADLINE: Record<string, string> = {
  approve: 'the draft is approved as it stands',
  discard: 'the draft is dropped and the turn passes',
  skip: 'the turn passes without an answer',
  stop: 'the conversation stops',
};

/** What happens where nobody answers in time. */
export function atDeadline(onDeadline: string): string {
  return AT_DEADLINE[onDeadline] ?? onDeadline;
}

const BY_PERSON: Record<string, string> = {
  approve: 'approved the draft',
  edit: 'edited and approved the draft',
  reject: 'sent the draft back',
  reply: 'answered',
  retry: 'had the turn tried again',
  skip: 'had the turn skipped',
  stop: 'stopped the conversation',
};

/** How a task was closed, in one sentence. */
export function taskOutcome(task: TaskView): string {
  switch (task.state) {
    case 'answered':
      return `${task.answeredBy ?? 'Somebody'} ${BY_PERSON[task.decision ?? ''] ?? 'decided'}`;
    case 'expired':
      return `Nobody answered in time, so ${atDeadline(task.onDeadline)}`;
    case 'withdrawn':
      return 'The question was withdrawn';
    default:
      return 'Open';
  }
}

/** A failure's type as a person reads it. */
export function failureTitle(type: string): string {
  return isFailureType(type) ? failures[type].title : 'The turn failed';
}
