import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import type { MessageFacts } from '../message.ts';
import type { PlannedParticipant, TeamPlan } from '../plan.ts';
import type { Resolution } from '../tasks/registry.ts';
import type { ConversationEvent } from './event.ts';
import { openTasks } from './openTasks.ts';
import { reduce } from './reduce.ts';
import { initialConversation } from './run.ts';
import { type ActiveSpeaker, type ConversationState, TAKEN_KEPT } from './state.ts';

const WRITER = plannedAgent('writer');
const REVIEWED = plannedAgent('writer', { review: { deadlineSeconds: 60, onDeadline: 'discard' } });
const CUSTOMER: PlannedParticipant = {
  kind: 'person',
  name: 'customer',
  deadlineSeconds: 90,
  onDeadline: 'skip',
};
const TASK = '11111111-1111-4111-8111-111111111111';
const seed = { taskId: TASK, nowMs: NOW_MS };
const at = (speaker: string) => ({ scope: '', speaker });
const BEGAN: ConversationEvent = { kind: 'turn_began', scope: '' };
const ENDED: ConversationEvent = { kind: 'turn_ended', scope: '', nowMs: NOW_MS };
const CHECKED: ConversationEvent = { kind: 'checked', scope: '', nowMs: NOW_MS };

function planFor(participant: PlannedParticipant, changes: Partial<TeamPlan> = {}): TeamPlan {
  return planWith([participant], changes);
}

function replied(message: MessageFacts): ConversationEvent {
  const result = { messages: [message], calls: [] };
  return { kind: 'replied', ...at(message.source), result, callTaskIds: [], ...seed };
}

/** The writer, who began its turn when one message stood in the transcript. */
function writing(changes: Partial<ActiveSpeaker>): ActiveSpeaker {
  return { speaker: 'writer', seq: 1, readBefore: 1, messages: [], step: { kind: 'reply' }, ...changes };
}

function after(plan: TeamPlan, ...events: ConversationEvent[]): ConversationState {
  return events.reduce(
    (state, event) => reduce(plan, state, event),
    initialConversation(plan, [facts(0, 'user')], NOW_MS),
  );
}

function byPerson(decision: Extract<Resolution, { by: 'person' }>['decision']): Resolution {
  return { by: 'person', decision, submissionId: '22222222-2222-4222-8222-222222222222', userId: 'user-1' };
}

const resolved = (resolution: Resolution): ConversationEvent => ({
  kind: 'task_resolved',
  taskId: TASK,
  resolution,
});
const settled = (message: MessageFacts | null): ConversationEvent => ({
  kind: 'task_settled',
  taskId: TASK,
  message,
});

describe('a new conversation', () => {
  it('gives the first message the place after the task', () => {
    expect(initialConversation(planFor(WRITER), [facts(0, 'user'), facts(1, 'user')], NOW_MS).nextSeq).toBe(
      2,
    );
    expect(initialConversation(planFor(WRITER), [], NOW_MS).nextSeq).toBe(0);
  });

  it('shows the task to the termination condition, which may end it before anybody speaks', () => {
    const plan = planFor(WRITER, {
      termination: { kind: 'max_messages', maxMessages: 1, includeAgentEvents: false },
    });
    expect(initialConversation(plan, [facts(0, 'user')], NOW_MS).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of messages 1 reached, current message count: 1',
    });
  });
});

describe('an agent’s turn', () => {
  it('takes the next place, stands with the reply, and counts when it ends', () => {
    const plan = planFor(WRITER);
    expect(after(plan, BEGAN).active).toEqual([writing({})]);
    expect(after(plan, BEGAN, replied(facts(1, 'writer'))).active).toEqual([
      writing({ messages: [facts(1, 'writer')], step: { kind: 'done' } }),
    ]);
    const ended = after(plan, BEGAN, replied(facts(1, 'writer')), ENDED);
    expect(ended).toMatchObject({ turnsTaken: 1, nextSeq: 2, active: [], unchecked: [] });
  });

  it('ends the conversation at the turn limit, in AutoGen’s words', () => {
    const plan = planFor(WRITER, { maxTurns: 1 });
    expect(after(plan, BEGAN, replied(facts(1, 'writer')), ENDED).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of turns 1 reached.',
      atTurnLimit: true,
    });
  });

  it('shows the condition what was posted meanwhile, in the order of the transcript', () => {
    const plan = planFor(WRITER, {
      termination: { kind: 'text_mention', text: 'APPROVE', sources: ['user'] },
    });
    const ended = after(
      plan,
      BEGAN,
      { kind: 'post_taken', submissionId: randomUUID() },
      { kind: 'post_recorded', message: facts(2, 'user', 'APPROVE') },
      replied(facts(1, 'writer')),
      ENDED,
    );
    expect(ended.outcome).toEqual({ state: 'finished', stopReason: "Text 'APPROVE' mentioned" });
  });

  it('belongs to its speaker alone', () => {
    expect(() => after(planFor(WRITER), replied(facts(1, 'writer')))).toThrow('It is not the turn of writer');
  });
});

describe('a reviewed draft', () => {
  const plan = planFor(REVIEWED);
  const drafted: ConversationEvent[] = [BEGAN, replied(facts(1, 'writer'))];

  it('waits for a person until its deadline', () => {
    expect(openTasks(after(plan, ...drafted))).toEqual([
      {
        kind: 'review_message',
        id: TASK,
        speaker: 'writer',
        turn: 0,
        seq: 1,
        deadlineAtMs: NOW_MS + 60_000,
        onDeadline: 'discard',
        draft: facts(1, 'writer'),
      },
    ]);
  });

  it.each(['approve', 'edit'] as const)('stands at its place after "%s"', (decision) => {
    const state = after(
      plan,
      ...drafted,
      resolved(byPerson(decision)),
      settled(facts(1, 'writer', 'APPROVE')),
    );
    expect(state.active).toEqual([
      writing({ messages: [facts(1, 'writer', 'APPROVE')], step: { kind: 'done' } }),
    ]);
    expect(state.nextSeq).toBe(2);
  });

  it('is written anew at a place of its own after "reject", so that both stand in the transcript', () => {
    const state = after(plan, ...drafted, resolved(byPerson('reject')), settled(null));
    expect(state.active).toEqual([writing({ seq: 2, readBefore: 2 })]);
    expect(state.nextSeq).toBe(3);
  });

  it('passes the turn on where nobody reviews it and it is discarded', () => {
    const state = after(plan, ...drafted, resolved({ by: 'deadline', decision: 'discard' }), settled(null));
    expect(state.active).toMatchObject([{ messages: [], step: { kind: 'done' } }]);
    expect(reduce(plan, state, ENDED)).toMatchObject({ turnsTaken: 1, outcome: null });
  });

  it('stops the conversation where nobody reviews it and the policy says so', () => {
    const state = after(plan, ...drafted, resolved({ by: 'deadline', decision: 'stop' }), settled(null));
    expect(reduce(plan, state, ENDED).outcome).toEqual({
      state: 'stopped',
      stopReason: 'Stopped because nobody answered in time',
    });
  });

  it('is decided once', () => {
    expect(() =>
      after(plan, ...drafted, resolved(byPerson('approve')), resolved(byPerson('reject'))),
    ).toThrow(`Task ${TASK} is not open`);
    expect(() => after(plan, ...drafted, settled(null))).toThrow(`Task ${TASK} is not being settled`);
  });
});

describe('a person’s turn', () => {
  const plan = planFor(CUSTOMER);
  const asked: ConversationEvent[] = [BEGAN, { kind: 'input_wanted', ...at('customer'), ...seed }];

  it('begins with asking them', () => {
    expect(after(plan, BEGAN).active[0]?.step).toEqual({ kind: 'ask' });
    expect(openTasks(after(plan, ...asked))).toEqual([
      {
        kind: 'give_input',
        id: TASK,
        speaker: 'customer',
        turn: 0,
        seq: 1,
        deadlineAtMs: NOW_MS + 90_000,
        onDeadline: 'skip',
      },
    ]);
  });

  it('is done with their reply, and without one where the deadline skips it', () => {
    const answered = after(plan, ...asked, resolved(byPerson('reply')), settled(facts(1, 'customer')));
    expect(answered.active).toMatchObject([{ messages: [facts(1, 'customer')], step: { kind: 'done' } }]);
    const skipped = after(plan, ...asked, resolved({ by: 'deadline', decision: 'skip' }), settled(null));
    expect(skipped.active).toMatchObject([{ messages: [], step: { kind: 'done' } }]);
  });

  it('cannot be asked of an agent', () => {
    expect(() => after(planFor(WRITER), BEGAN, { kind: 'input_wanted', ...at('writer'), ...seed })).toThrow(
      'writer is not a person',
    );
  });
});

describe('a turn that failed', () => {
  const plan = planFor(WRITER);
  const failure = { type: 'model_unauthorized', message: 'The key is wrong' };
  const failed: ConversationEvent[] = [BEGAN, { kind: 'step_failed', ...at('writer'), failure, ...seed }];

  it('waits a week for a person, with what went wrong', () => {
    expect(openTasks(after(plan, ...failed))).toEqual([
      {
        kind: 'resolve_error',
        id: TASK,
        speaker: 'writer',
        turn: 0,
        seq: 1,
        deadlineAtMs: NOW_MS + 7 * 24 * 60 * 60 * 1000,
        onDeadline: 'stop',
        failure,
      },
    ]);
  });

  it('is tried again at the same place', () => {
    const state = after(plan, ...failed, resolved(byPerson('retry')), settled(null));
    expect(state.active).toEqual([writing({ seq: 1, readBefore: 2 })]);
    expect(state.nextSeq).toBe(2);
  });

  it('is skipped without a message', () => {
    const state = after(plan, ...failed, resolved(byPerson('skip')), settled(null), ENDED);
    expect(state).toMatchObject({ turnsTaken: 1, outcome: null });
  });

  it('stops the conversation where a person says so, with a reason that names why', () => {
    const state = after(plan, ...failed, resolved(byPerson('stop')), settled(null), ENDED);
    expect(state.outcome).toEqual({ state: 'stopped', stopReason: 'Stopped by a person after an error' });
  });
});

describe('stopping', () => {
  it('ends the conversation at the next check, in AutoGen’s words', () => {
    expect(after(planFor(WRITER), { kind: 'stop_requested' }, CHECKED).outcome).toEqual({
      state: 'stopped',
      stopReason: 'External termination requested',
    });
  });

  it('keeps the first reason', () => {
    const plan = planFor(WRITER);
    const stopped = { ...after(plan), stop: 'Stopped by a person after an error' };
    expect(reduce(plan, stopped, { kind: 'stop_requested' }).stop).toBe('Stopped by a person after an error');
  });
});

describe('pausing', () => {
  it('is undone by resuming, and both may come twice', () => {
    const plan = planFor(WRITER);
    expect(after(plan, { kind: 'paused' }, { kind: 'paused' }).paused).toBe(true);
    expect(after(plan, { kind: 'paused' }, { kind: 'resumed' }, { kind: 'resumed' }).paused).toBe(false);
  });
});

describe('what people handed in', () => {
  it('is remembered up to a bound, the newest last', () => {
    const ids = Array.from({ length: TAKEN_KEPT * 2 + 1 }, () => randomUUID());
    const posts = ids.map((submissionId): ConversationEvent => ({ kind: 'post_taken', submissionId }));
    const state = after(planFor(WRITER), ...posts);
    expect(state.taken).toEqual(ids.slice(-TAKEN_KEPT));
    expect(state.nextSeq).toBe(1 + ids.length);
  });

  it('is remembered for answers to tasks as for posts', () => {
    const state = after(
      planFor(CUSTOMER),
      BEGAN,
      { kind: 'input_wanted', ...at('customer'), ...seed },
      resolved(byPerson('reply')),
    );
    expect(state.taken).toEqual(['22222222-2222-4222-8222-222222222222']);
  });
});
