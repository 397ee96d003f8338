import { describe, expect, it } from '@jest/globals';
import type { TeamPlan } from '../team.ts';
import { checkTermination } from './checkTermination.ts';
import { initialConversation, type ConversationState } from './state.ts';

function planWith(changes: Partial<TeamPlan>): TeamPlan {
  return {
    pattern: { kind: 'round_robin' },
    participants: [{ kind: 'agent', name: 'writer', review: null }],
    termination: null,
    maxTurns: null,
    ...changes,
  };
}

function stateOf(plan: TeamPlan, changes: Partial<ConversationState> = {}): ConversationState {
  return { ...initialConversation(plan, []), ...changes };
}

describe('a check between turns', () => {
  it('lets a conversation without conditions go on', () => {
    const plan = planWith({});
    expect(checkTermination(plan, stateOf(plan, { turnsTaken: 1_000_000 })).outcome).toBeNull();
  });

  it('shows each message once', () => {
    const plan = planWith({ termination: { kind: 'max_messages', maxMessages: 2 } });
    const message = { seq: 0, type: 'TextMessage', source: 'writer', mentions: [] } as const;
    const once = checkTermination(plan, stateOf(plan, { unchecked: [{ ...message, mentions: [] }] }));
    const twice = checkTermination(plan, once);
    expect(twice.termination).toMatchObject({ count: 1 });
    expect(twice.outcome).toBeNull();
  });

  it('ends at the turn limit', () => {
    const plan = planWith({ maxTurns: 3 });
    expect(checkTermination(plan, stateOf(plan, { turnsTaken: 2 })).outcome).toBeNull();
    expect(checkTermination(plan, stateOf(plan, { turnsTaken: 3 })).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of turns 3 reached.',
    });
  });

  it('gives the condition’s reason before the turn limit’s', () => {
    const plan = planWith({ maxTurns: 1, termination: { kind: 'max_messages', maxMessages: 1 } });
    const state = stateOf(plan, {
      turnsTaken: 1,
      unchecked: [{ seq: 0, type: 'TextMessage', source: 'writer', mentions: [] }],
    });
    expect(checkTermination(plan, state).outcome?.stopReason).toContain('Maximum number of messages 1');
  });

  it('counts a stop as stopped, whatever else fired, and says what fired', () => {
    const plan = planWith({ termination: { kind: 'external' } });
    expect(checkTermination(plan, stateOf(plan, { stop: 'Told to' })).outcome).toEqual({
      state: 'stopped',
      stopReason: 'External termination requested',
    });
    const without = planWith({});
    expect(checkTermination(without, stateOf(without, { stop: 'Told to' })).outcome).toEqual({
      state: 'stopped',
      stopReason: 'Told to',
    });
  });

  it('leaves an outcome as it is', () => {
    const plan = planWith({ maxTurns: 1 });
    const outcome = { state: 'cancelled', stopReason: 'Cancelled' } as const;
    expect(
      checkTermination(plan, stateOf(plan, { turnsTaken: 5, stop: 'Told to', outcome })).outcome,
    ).toEqual(outcome);
  });
});
