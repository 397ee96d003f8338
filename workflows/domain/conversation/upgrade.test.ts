import { describe, expect, it } from '@jest/globals';
import { parseHistory, recordedHistories } from '../../../test/support/recordedHistories.ts';
import { type ConversationInput, conversationInputSchema } from '../../contracts/conversation.ts';
import type { TeamPlan } from '../plan.ts';
import type { ConversationEvent } from './event.ts';
import { openTasks } from './openTasks.ts';
import { reduce } from './reduce.ts';
import type { ConversationState } from './state.ts';
import { upgradePlan, upgradeState } from './upgrade.ts';

/** What 0.1.0 gave its workflows as arguments, by the name of the recorded history. */
const inputs = recordedHistories()
  .filter(({ name }) => name.startsWith('0.1.0'))
  .map((recorded) => {
    const [first] = parseHistory(recorded).events;
    const data = first?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data ?? '';
    const input = JSON.parse(Buffer.from(data).toString('utf8')) as ConversationInput;
    return { name: recorded.name, input };
  });

const upgraded = (input: ConversationInput): ConversationInput => ({
  ...input,
  plan: upgradePlan(input.plan),
  state: input.state === null ? null : upgradeState(input.state),
});

/** A state as 0.1.0 kept it. */
function oldState(active: unknown[], changes: object = {}): ConversationState {
  return {
    pattern: { kind: 'round_robin', nextIndex: 0 },
    termination: null,
    turnsTaken: 3,
    nextSeq: 5,
    unchecked: [],
    active,
    paused: false,
    stop: null,
    taken: [],
    outcome: null,
    ...changes,
  } as unknown as ConversationState;
}

const oldPlan = {
  pattern: { kind: 'round_robin' },
  participants: [{ kind: 'agent', name: 'writer', review: null }],
  termination: null,
  maxTurns: null,
} as unknown as TeamPlan;

const draft = { seq: 4, type: 'TextMessage', source: 'writer', mentions: [] };
const review = {
  kind: 'review_message',
  id: '68c2adb8-8ac2-4bb8-8924-15e6ae95b136',
  speaker: 'writer',
  turn: 3,
  seq: 4,
  deadlineAtMs: 0,
  onDeadline: 'stop',
  draft,
};

describe('what 0.1.0 gave its workflows', () => {
  it.each(inputs)('$name: reads as today’s', ({ input }) => {
    expect(upgraded(input)).not.toEqual(input);
    const read: ConversationInput = upgraded(input);
    expect(conversationInputSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  it('stays as it is once it is read', () => {
    for (const { input } of inputs) expect(upgraded(upgraded(input))).toEqual(upgraded(input));
  });
});

describe('an end of 0.2.0', () => {
  const ended = (stopReason: string | null) =>
    upgradeState(oldState([], { inner: {}, outcome: { state: 'finished', stopReason } })).outcome;

  it('is at the limit of turns where its sentence says so', () => {
    const stopReason = 'Maximum number of turns 3 reached.';
    expect(ended(stopReason)).toEqual({ state: 'finished', stopReason, atTurnLimit: true });
  });

  it('is not where it gives another reason, or none', () => {
    for (const stopReason of [null, 'Maximum number of messages 3 reached, current message count: 3']) {
      expect(ended(stopReason)).toEqual({ state: 'finished', stopReason });
    }
  });
});

describe('a state of 0.1.0', () => {
  it('between turns goes on with the next turn’s number', () => {
    expect(upgradeState(oldState([]))).toMatchObject({
      nextTurn: 3,
      turn: 3,
      run: 0,
      inner: {},
      external: false,
    });
  });

  it('within a turn has given that turn’s number out', () => {
    const state = upgradeState(oldState([{ speaker: 'writer', seq: 4, step: { kind: 'reply' } }]));
    expect(state).toMatchObject({ nextTurn: 4, turn: 3 });
    expect(state.active).toEqual([
      { speaker: 'writer', seq: 4, readBefore: 4, messages: [], step: { kind: 'reply' } },
    ]);
  });

  it('has the messages of a speaker who is done with the speaker', () => {
    const state = upgradeState(
      oldState([{ speaker: 'writer', seq: 4, step: { kind: 'done', messages: [draft] } }]),
    );
    expect(state.active).toMatchObject([{ messages: [draft], step: { kind: 'done' } }]);
  });

  it('that waits for a review goes on with the draft as it would have then', () => {
    const plan = upgradePlan(oldPlan);
    const waiting = upgradeState(
      oldState([{ speaker: 'writer', seq: 4, step: { kind: 'task', task: review } }]),
    );
    expect(openTasks(waiting)).toEqual([review]);
    const decide = (decision: 'approve' | 'reject', message: typeof draft | null): ConversationState => {
      const resolution = { by: 'person', decision, submissionId: review.id, userId: 'u' } as const;
      const events = [
        { kind: 'task_resolved', taskId: review.id, resolution },
        { kind: 'task_settled', taskId: review.id, message },
      ] as ConversationEvent[];
      return events.reduce((state, event) => reduce(plan, state, event), waiting);
    };
    expect(decide('approve', draft).active).toMatchObject([{ messages: [draft], step: { kind: 'done' } }]);
    expect(decide('reject', null).active).toMatchObject([{ seq: 5, messages: [], step: { kind: 'reply' } }]);
  });
});
