import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import type { TerminationCondition } from '../terminations/condition.ts';
import { initialConversation, startInner } from './run.ts';
import type { ConversationState } from './state.ts';
import { isOverdue, isTeamOverdue, nextTimeoutMs } from './timeouts.ts';

const timeout = (seconds: number): TerminationCondition => ({ kind: 'timeout', seconds });
const never: TerminationCondition = { kind: 'stop_message' };

/** A team with another within it, that has begun ten seconds later. */
function nested(outer: TerminationCondition | null, inner: TerminationCondition | null) {
  const innerPlan = planWith([plannedAgent('chemist')], { termination: inner });
  const plan = planWith([{ kind: 'team', name: 'lab', team: innerPlan }], { termination: outer });
  const task = [facts(0, 'user')];
  const state: ConversationState = {
    ...initialConversation(plan, task, NOW_MS),
    inner: { lab: startInner(innerPlan, undefined, task, NOW_MS + 10_000, 'without_task') },
  };
  const after = (seconds: number) => NOW_MS + seconds * 1_000;
  return {
    overdue: (scope: string, seconds: number) => isOverdue(plan, state, scope, after(seconds)),
    teamOverdue: (scope: string, seconds: number) => isTeamOverdue(plan, state, scope, after(seconds)),
    next: (scope: string, seconds: number) => {
      const at = nextTimeoutMs(plan, state, scope, after(seconds));
      return at === null ? null : (at - NOW_MS) / 1_000;
    },
  };
}

describe('a team with a timeout', () => {
  it('is overdue once it has passed', () => {
    const team = nested(timeout(30), null);
    expect([team.overdue('', 29), team.overdue('', 30)]).toEqual([false, true]);
    expect([team.next('', 0), team.next('', 30)]).toEqual([30, null]);
  });

  it('has none to come where it has no timeout', () => {
    const team = nested(never, null);
    expect([team.overdue('', 1_000_000), team.next('', 0)]).toEqual([false, null]);
  });

  it('is overdue only where the rest of its condition agrees', () => {
    const both = nested({ kind: 'and', conditions: [timeout(30), never] }, null);
    expect([both.overdue('', 60), both.next('', 0)]).toEqual([false, 30]);
    const either = nested({ kind: 'or', conditions: [timeout(60), timeout(30), never] }, null);
    expect([either.overdue('', 30), either.next('', 0), either.next('', 30)]).toEqual([true, 30, 60]);
  });
});

describe('an inner team', () => {
  it('counts from its own start', () => {
    const team = nested(null, timeout(30));
    expect([team.overdue('lab', 39), team.overdue('lab', 40), team.next('lab', 0)]).toEqual([
      false,
      true,
      40,
    ]);
    expect(team.overdue('', 40)).toBe(false);
  });

  it('may wait no longer than the team around it, though its own time is not up', () => {
    const team = nested(timeout(20), timeout(60));
    expect([team.overdue('lab', 20), team.teamOverdue('lab', 20), team.teamOverdue('', 20)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([team.next('lab', 0), team.next('lab', 20)]).toEqual([20, 70]);
  });
});
