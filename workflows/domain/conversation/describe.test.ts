import { describe, expect, it } from '@jest/globals';
import { NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import type { HumanTask } from '../tasks/registry.ts';
import { describeState, ongoingState } from './describe.ts';
import { initialConversation } from './run.ts';
import type { ActiveSpeaker, ConversationState, SpeakerStep } from './state.ts';

const plan = planWith([plannedAgent('writer')]);
const base = { id: 'task-1', speaker: 'writer', turn: 0, seq: 1, deadlineAtMs: 0 };
const input: HumanTask = { kind: 'give_input', ...base, onDeadline: 'skip' };
const wait: HumanTask = {
  kind: 'wait',
  ...base,
  onDeadline: 'go_on',
  index: 0,
  tool: 'wait_until',
};
const error: HumanTask = {
  kind: 'resolve_error',
  ...base,
  onDeadline: 'stop',
  failure: { type: 't', message: 'm' },
};

function stateWith(changes: Partial<ConversationState>, ...tasks: HumanTask[]): ConversationState {
  const active = tasks.map((task) => speaking({ kind: 'task', task }));
  return { ...initialConversation(plan, [], NOW_MS), active, ...changes };
}

function speaking(step: SpeakerStep): ActiveSpeaker {
  return { speaker: 'writer', seq: 1, readBefore: 1, messages: [], step };
}

describe('the state that the run history shows', () => {
  it.each([
    ['running', stateWith({})],
    ['waiting', stateWith({}, input)],
    ['sleeping', stateWith({}, wait)],
    ['waiting', stateWith({}, wait, input)],
    ['parked', stateWith({}, wait, error)],
    ['parked', stateWith({}, error)],
    ['parked', stateWith({}, input, error)],
    ['waiting', stateWith({ paused: true }, input)],
    ['paused', stateWith({ paused: true })],
  ] as const)('is %s', (expected, state) => {
    expect(ongoingState(state)).toBe(expected);
  });

  it('is running while a turn goes on, though somebody has asked for a pause', () => {
    const active = [speaking({ kind: 'reply' })];
    expect(ongoingState({ ...stateWith({ paused: true }), active })).toBe('running');
  });
});

describe('the description', () => {
  it('says where it stands, between turns and within one', () => {
    expect(describeState(stateWith({ nextTurn: 3, nextSeq: 4 }))).toBe(
      '**running**, 3 turns, 4 messages\n\nBetween turns',
    );
    expect(describeState(stateWith({}, input))).toBe(
      '**waiting**, 0 turns, 0 messages\n\nNow: writer (task)\n\nWaits on a person: give_input for writer',
    );
  });

  it('says how it ended', () => {
    expect(describeState(stateWith({ outcome: { state: 'stopped', stopReason: 'Told to' } }))).toBe(
      '**stopped**: Told to',
    );
  });
});
