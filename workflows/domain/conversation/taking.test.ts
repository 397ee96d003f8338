import { describe, expect, it } from '@jest/globals';
import { NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import {
  decisionsOf,
  type HumanTask,
  type PersonDecision,
  personDecisions,
  type TaskKind,
} from '../tasks/registry.ts';
import { openTasks } from './openTasks.ts';
import { initialConversation } from './run.ts';
import type { ActiveSpeaker, ConversationState, SpeakerStep } from './state.ts';
import { refuseAnswer, refusePost } from './taking.ts';

const fresh = initialConversation(planWith([plannedAgent('writer')]), [], NOW_MS);
const base = { id: 'task-1', speaker: 'writer', turn: 0, seq: 1, deadlineAtMs: 0 };
const draft = { seq: 1, type: 'TextMessage', source: 'writer', mentions: [] } as const;
const tasks: Record<TaskKind, HumanTask> = {
  review_message: { kind: 'review_message', ...base, onDeadline: 'stop', draft: { ...draft, mentions: [] } },
  give_input: { kind: 'give_input', ...base, onDeadline: 'skip' },
  resolve_error: { kind: 'resolve_error', ...base, onDeadline: 'stop', failure: { type: 't', message: 'm' } },
  approve_tool_call: {
    kind: 'approve_tool_call',
    ...base,
    onDeadline: 'reject',
    index: 0,
    tool: 'pay',
    reason: 'policy',
  },
  wait: {
    kind: 'wait',
    ...base,
    onDeadline: 'go_on',
    index: 0,
    tool: 'wait_until',
  },
};
const kinds = Object.keys(tasks) as TaskKind[];

function waitingOn(kind: TaskKind, changes: Partial<ConversationState> = {}): ConversationState {
  return { ...fresh, active: [speaking({ kind: 'task', task: tasks[kind] })], ...changes };
}

function speaking(step: SpeakerStep): ActiveSpeaker {
  return { speaker: 'writer', seq: 1, readBefore: 1, messages: [], step };
}

function answer(decision: PersonDecision, changes: { taskId?: string; submissionId?: string } = {}) {
  return { taskId: 'task-1', decision, submissionId: 'submission-1', ...changes };
}

describe('an answer to a task', () => {
  const pairs = kinds.flatMap((kind) => personDecisions.map((decision) => ({ kind, decision })));

  it.each(pairs)('$decision on $kind is taken exactly where the kind knows it', ({ kind, decision }) => {
    const allowed = decisionsOf(kind).includes(decision);
    const refusal = refuseAnswer(waitingOn(kind), answer(decision));
    expect(refusal).toEqual(
      allowed
        ? null
        : {
            type: 'decision_not_allowed',
            message: `A ${kind} task cannot be answered with "${decision}"`,
          },
    );
  });

  it('is refused on a task that is not open', () => {
    const notOpen = {
      type: 'task_not_open',
      message: 'The task is no longer open: it was answered, expired or was withdrawn',
    };
    expect(refuseAnswer(waitingOn('give_input'), answer('reply', { taskId: 'another' }))).toEqual(notOpen);
    expect(refuseAnswer(fresh, answer('reply'))).toEqual(notOpen);
    const over = waitingOn('give_input', { outcome: { state: 'cancelled', stopReason: 'Cancelled' } });
    expect(refuseAnswer(over, answer('reply'))).toEqual(notOpen);
  });

  it('is refused while another decision on the task is being carried out', () => {
    const task = tasks.give_input;
    const resolution = { by: 'deadline', decision: 'skip' } as const;
    const settling = waitingOn('give_input', {
      active: [speaking({ kind: 'settle', task, resolution })],
    });
    expect(openTasks(settling)).toEqual([]);
    expect(refuseAnswer(settling, answer('reply'))?.type).toBe('task_not_open');
  });

  it('is not refused where it was taken before, though the task is closed by it', () => {
    const taken = { ...fresh, taken: ['submission-1'] };
    expect(refuseAnswer(taken, answer('reply'))).toBeNull();
  });
});

describe('a post', () => {
  it('is taken while the conversation goes on, also while it is paused or waits', () => {
    expect(refusePost(fresh)).toBeNull();
    expect(refusePost(waitingOn('resolve_error', { paused: true }))).toBeNull();
  });

  it('is refused once it is over, with the reason', () => {
    const over = {
      ...fresh,
      outcome: { state: 'finished', stopReason: 'Enough' } as const,
    };
    expect(refusePost(over)).toEqual({
      type: 'conversation_over',
      message: 'The conversation is over: Enough',
    });
  });
});
