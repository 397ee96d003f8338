import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { MessageFacts } from '../message.ts';
import type { Resolution } from '../task.ts';
import type { PlannedParticipant, TeamPlan } from '../team.ts';
import type { ConversationEvent } from './event.ts';
import { reduce } from './reduce.ts';
import { initialConversation, TAKEN_KEPT, type ConversationState } from './state.ts';
import { openTasks } from './taking.ts';

const WRITER: PlannedParticipant = { kind: 'agent', name: 'writer', review: null };
const REVIEWED: PlannedParticipant = {
  kind: 'agent',
  name: 'writer',
  review: { deadlineSeconds: 60, onDeadline: 'discard' },
};
const CUSTOMER: PlannedParticipant = {
  kind: 'person',
  name: 'customer',
  deadlineSeconds: 90,
  onDeadline: 'skip',
};
const NOW_MS = 1_700_000_000_000;
const TASK = '11111111-1111-4111-8111-111111111111';
const seed = { taskId: TASK, nowMs: NOW_MS };

function planFor(participant: PlannedParticipant, changes: Partial<TeamPlan> = {}): TeamPlan {
  return {
    pattern: { kind: 'round_robin' },
    participants: [participant],
    termination: null,
    maxTurns: null,
    ...changes,
  };
}

function facts(seq: number, source: string, ...mentions: string[]): MessageFacts {
  return { seq, type: 'TextMessage', source, mentions };
}

function after(plan: TeamPlan, ...events: ConversationEvent[]): ConversationState {
  return events.reduce(
    (state, event) => reduce(plan, state, event),
    initialConversation(plan, [facts(0, 'user')]),
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
    expect(initialConversation(planFor(WRITER), [facts(0, 'user'), facts(1, 'user')]).nextSeq).toBe(2);
    expect(initialConversation(planFor(WRITER), []).nextSeq).toBe(0);
  });

  it('shows the task to the termination condition, which may end it before anybody speaks', () => {
    const plan = planFor(WRITER, { termination: { kind: 'max_messages', maxMessages: 1 } });
    expect(initialConversation(plan, [facts(0, 'user')]).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of messages 1 reached, current message count: 1',
    });
  });
});

describe('an agent’s turn', () => {
  it('takes the next place, stands with the reply, and counts when it ends', () => {
    const plan = planFor(WRITER);
    const replied = { kind: 'replied', speaker: 'writer', message: facts(1, 'writer'), ...seed } as const;
    expect(after(plan, { kind: 'turn_began' }).active).toEqual([
      { speaker: 'writer', seq: 1, step: { kind: 'reply' } },
    ]);
    expect(after(plan, { kind: 'turn_began' }, replied).active[0]?.step).toEqual({
      kind: 'done',
      messages: [facts(1, 'writer')],
    });
    const ended = after(plan, { kind: 'turn_began' }, replied, { kind: 'turn_ended' });
    expect(ended).toMatchObject({ turnsTaken: 1, nextSeq: 2, active: [], unchecked: [] });
  });

  it('ends the conversation at the turn limit, in AutoGen’s words', () => {
    const plan = planFor(WRITER, { maxTurns: 1 });
    const replied = { kind: 'replied', speaker: 'writer', message: facts(1, 'writer'), ...seed } as const;
    expect(after(plan, { kind: 'turn_began' }, replied, { kind: 'turn_ended' }).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of turns 1 reached.',
    });
  });

  it('shows the condition what was posted meanwhile, in the order of the transcript', () => {
    const plan = planFor(WRITER, {
      termination: { kind: 'text_mention', text: 'APPROVE', sources: ['user'] },
    });
    const ended = after(
      plan,
      { kind: 'turn_began' },
      { kind: 'post_taken', submissionId: randomUUID() },
      { kind: 'post_recorded', message: facts(2, 'user', 'APPROVE') },
      { kind: 'replied', speaker: 'writer', message: facts(1, 'writer'), ...seed },
      { kind: 'turn_ended' },
    );
    expect(ended.outcome).toEqual({ state: 'finished', stopReason: "Text 'APPROVE' mentioned" });
  });

  it('belongs to its speaker alone', () => {
    expect(() =>
      after(planFor(WRITER), { kind: 'replied', speaker: 'writer', message: facts(1, 'writer'), ...seed }),
    ).toThrow('It is not the turn of writer');
  });
});

describe('a reviewed draft', () => {
  const plan = planFor(REVIEWED);
  const drafted: ConversationEvent[] = [
    { kind: 'turn_began' },
    { kind: 'replied', speaker: 'writer', message: facts(1, 'writer'), ...seed },
  ];

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
      { speaker: 'writer', seq: 1, step: { kind: 'done', messages: [facts(1, 'writer', 'APPROVE')] } },
    ]);
    expect(state.nextSeq).toBe(2);
  });

  it('is written anew at a place of its own after "reject", so that both stand in the transcript', () => {
    const state = after(plan, ...drafted, resolved(byPerson('reject')), settled(null));
    expect(state.active).toEqual([{ speaker: 'writer', seq: 2, step: { kind: 'reply' } }]);
    expect(state.nextSeq).toBe(3);
  });

  it('passes the turn on where nobody reviews it and it is discarded', () => {
    const state = after(plan, ...drafted, resolved({ by: 'deadline', decision: 'discard' }), settled(null));
    expect(state.active[0]?.step).toEqual({ kind: 'done', messages: [] });
    expect(reduce(plan, state, { kind: 'turn_ended' })).toMatchObject({ turnsTaken: 1, outcome: null });
  });

  it('stops the conversation where nobody reviews it and the policy says so', () => {
    const state = after(plan, ...drafted, resolved({ by: 'deadline', decision: 'stop' }), settled(null));
    expect(reduce(plan, state, { kind: 'turn_ended' }).outcome).toEqual({
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
  const asked: ConversationEvent[] = [
    { kind: 'turn_began' },
    { kind: 'input_wanted', speaker: 'customer', ...seed },
  ];

  it('begins with asking them', () => {
    expect(after(plan, { kind: 'turn_began' }).active[0]?.step).toEqual({ kind: 'ask' });
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
    const replied = after(plan, ...asked, resolved(byPerson('reply')), settled(facts(1, 'customer')));
    expect(replied.active[0]?.step).toEqual({ kind: 'done', messages: [facts(1, 'customer')] });
    const skipped = after(plan, ...asked, resolved({ by: 'deadline', decision: 'skip' }), settled(null));
    expect(skipped.active[0]?.step).toEqual({ kind: 'done', messages: [] });
  });

  it('cannot be asked of an agent', () => {
    expect(() =>
      after(planFor(WRITER), { kind: 'turn_began' }, { kind: 'input_wanted', speaker: 'writer', ...seed }),
    ).toThrow('writer is not a person');
  });
});

describe('a turn that failed', () => {
  const plan = planFor(WRITER);
  const failure = { type: 'model_unauthorized', message: 'The key is wrong' };
  const failed: ConversationEvent[] = [
    { kind: 'turn_began' },
    { kind: 'reply_failed', speaker: 'writer', failure, ...seed },
  ];

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
    expect(state.active).toEqual([{ speaker: 'writer', seq: 1, step: { kind: 'reply' } }]);
    expect(state.nextSeq).toBe(2);
  });

  it('is skipped without a message', () => {
    const state = after(plan, ...failed, resolved(byPerson('skip')), settled(null), { kind: 'turn_ended' });
    expect(state).toMatchObject({ turnsTaken: 1, outcome: null });
  });

  it('stops the conversation where a person says so, with a reason that names why', () => {
    const state = after(plan, ...failed, resolved(byPerson('stop')), settled(null), { kind: 'turn_ended' });
    expect(state.outcome).toEqual({ state: 'stopped', stopReason: 'Stopped by a person after an error' });
  });
});

describe('stopping', () => {
  it('ends the conversation at the next check, in AutoGen’s words', () => {
    expect(after(planFor(WRITER), { kind: 'stop_requested' }, { kind: 'checked' }).outcome).toEqual({
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
      { kind: 'turn_began' },
      { kind: 'input_wanted', speaker: 'customer', ...seed },
      resolved(byPerson('reply')),
    );
    expect(state.taken).toEqual(['22222222-2222-4222-8222-222222222222']);
  });
});
