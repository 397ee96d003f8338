import { allowsDecision, type PersonDecision, voteOf } from '../tasks/registry.ts';
import { openTasks } from './openTasks.ts';
import type { ConversationState } from './state.ts';

/** Why a command is refused, as a failure type of contracts/failures.ts and a sentence for its sender. */
export interface Refusal {
  type: 'task_not_open' | 'decision_not_allowed' | 'conversation_over';
  message: string;
}

/** Whether a person's post can be taken in now; null: it can. */
export function refusePost(state: ConversationState): Refusal | null {
  return state.outcome === null
    ? null
    : {
        type: 'conversation_over',
        message: `The conversation is over: ${state.outcome.stopReason ?? state.outcome.state}`,
      };
}

/** Whether a person's answer can be taken in now; null: it can. An answer taken before is not refused: it counts once. */
export function refuseAnswer(
  state: ConversationState,
  answer: { taskId: string; decision: PersonDecision; submissionId: string },
): Refusal | null {
  if (state.taken.includes(answer.submissionId)) return null;
  const task = openTasks(state).find(({ id }) => id === answer.taskId);
  if (task === undefined || state.outcome !== null) {
    return {
      type: 'task_not_open',
      message: 'The task is no longer open: it was answered, expired or was withdrawn',
    };
  }
  if (!allowsDecision(task.kind, answer.decision)) {
    return {
      type: 'decision_not_allowed',
      message: `A ${task.kind} task cannot be answered with "${answer.decision}"`,
    };
  }
  if (task.quorum !== undefined && voteOf(task.kind, answer.decision) === null) {
    return {
      type: 'decision_not_allowed',
      message: `${String(task.quorum)} people have to agree on this ${task.kind} task, so it cannot be answered with "${answer.decision}"`,
    };
  }
  return null;
}
