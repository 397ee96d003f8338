import type { TaskView } from '../../data/conversations/view.ts';

/** What a task asks, as its heading. */
export function taskTitle(task: Pick<TaskView, 'kind' | 'speaker' | 'call'>): string {
  switch (task.kind) {
    case 'review_message':
      return `${task.speaker}’s draft waits for your review`;
    case 'give_input':
      return `It is your turn, as ${task.speaker}`;
    case 'resolve_error':
      return `${task.speaker}’s turn failed`;
    case 'approve_tool_call':
      return task.call?.reason === 'outcome_unknown'
        ? `Shall ${task.speaker}’s call of ${callName(task)} be made again?`
        : `${task.speaker} wants to call ${callName(task)}`;
    default:
      return `${task.speaker} waits for you`;
  }
}

function callName({ call }: Pick<TaskView, 'call'>): string {
  return call?.tool ?? 'a tool';
}

const AT_DEADLINE: Record<string, string> = {
  approve: 'the draft is approved as it stands',
  discard: 'the draft is dropped and the turn passes',
  skip: 'the turn passes without an answer',
  stop: 'the conversation stops',
  reject: 'the call is not made, and its model is told so',
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
  without_tools: 'had the turn go on without the tools that failed',
  skip: 'had the turn skipped',
  stop: 'stopped the conversation',
};

const BY_PERSON_OF_CALLS: Record<string, string> = {
  approve: 'approved the call of',
  approve_for_run: 'approved, for the whole run, calls of',
  edit: 'edited the arguments and approved the call of',
  reject: 'rejected the call of',
};

/** How a task was closed, in one sentence. */
export function taskOutcome(task: TaskView): string {
  switch (task.state) {
    case 'answered':
      return `${task.answeredBy ?? 'Somebody'} ${decisionInWords(task)}`;
    case 'expired':
      return `Nobody answered in time, so ${atDeadline(task.onDeadline)}`;
    case 'withdrawn':
      return 'The question was withdrawn';
    default:
      return 'Open';
  }
}

function decisionInWords(task: TaskView): string {
  const decision = task.decision ?? '';
  if (task.kind !== 'approve_tool_call') return BY_PERSON[decision] ?? 'decided';
  return `${BY_PERSON_OF_CALLS[decision] ?? 'decided on the call of'} ${callName(task)}`;
}
