import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS, plannedAgent, planWith as anyPlanWith } from '../../../test/support/plans.ts';
import type { TeamPlan } from '../plan.ts';
import { checkTermination } from './checkTermination.ts';
import { initialConversation } from './run.ts';
import type { ConversationState } from './state.ts';

const planWith = (changes: Partial<TeamPlan>) => anyPlanWith([plannedAgent('writer')], changes);

function check(plan: TeamPlan, state: ConversationState, stop: string | null = null) {
  return checkTermination(plan, state, { stop, external: false, nowMs: NOW_MS });
}

function stateOf(plan: TeamPlan, changes: Partial<ConversationState> = {}): ConversationState {
  return { ...initialConversation(plan, [], NOW_MS), ...changes };
}

describe('a check between turns', () => {
  it('lets a conversation without conditions go on', () => {
    const plan = planWith({});
    expect(check(plan, stateOf(plan, { turnsTaken: 1_000_000 })).outcome).toBeNull();
  });

  it('shows each message once', () => {
    const plan = planWith({
      termination: { kind: 'max_messages', maxMessages: 2, includeAgentEvents: false },
    });
    const once = check(plan, stateOf(plan, { unchecked: [facts(0, 'writer')] }));
    const twice = check(plan, once);
    expect(twice.termination).toMatchObject({ count: 1 });
    expect(twice.outcome).toBeNull();
  });

  it('ends at the turn limit', () => {
    const plan = planWith({ maxTurns: 3 });
    expect(check(plan, stateOf(plan, { turnsTaken: 2 })).outcome).toBeNull();
    expect(check(plan, stateOf(plan, { turnsTaken: 3 })).outcome).toEqual({
      state: 'finished',
      stopReason: 'Maximum number of turns 3 reached.',
      atTurnLimit: true,
    });
  });

  it('gives the condition’s reason before the turn limit’s', () => {
    const plan = planWith({
      maxTurns: 1,
      termination: { kind: 'max_messages', maxMessages: 1, includeAgentEvents: false },
    });
    const state = stateOf(plan, {
      turnsTaken: 1,
      unchecked: [facts(0, 'writer')],
    });
    expect(check(plan, state).outcome?.stopReason).toContain('Maximum number of messages 1');
  });

  it('counts a stop as stopped, whatever else fired, and says what fired', () => {
    const plan = planWith({ termination: { kind: 'external' } });
    expect(check(plan, stateOf(plan), 'Told to').outcome).toEqual({
      state: 'stopped',
      stopReason: 'External termination requested',
    });
    const without = planWith({});
    expect(check(without, stateOf(without), 'Told to').outcome).toEqual({
      state: 'stopped',
      stopReason: 'Told to',
    });
  });

  it('leaves an outcome as it is', () => {
    const plan = planWith({ maxTurns: 1 });
    const outcome = { state: 'cancelled', stopReason: 'Cancelled' } as const;
    expect(check(plan, stateOf(plan, { turnsTaken: 5, outcome }), 'Told to').outcome).toEqual(outcome);
  });
});
