import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS } from '../../test/support/plans.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { initialConversation } from '../domain/conversation/run.ts';
import { planOf } from '../domain/plan.ts';
import { conversationInputSchema, conversationStateSchema } from './conversation.ts';

const plan = planOf(team([agent('writer')]));
const state = initialConversation(plan, [facts(0, 'user')], NOW_MS);

// That every reachable state is taken is shown in domain/conversation/properties.test.ts.
describe('a stored state', () => {
  it.each([
    ['a negative place', { nextSeq: -1 }],
    ['half a turn', { turnsTaken: 0.5 }],
    ['an unknown pattern', { pattern: { kind: 'free_for_all' } }],
    ['a pattern without its state', { pattern: { kind: 'swarm' } }],
    [
      'an unknown step',
      { active: [{ speaker: 'writer', seq: 1, readBefore: 1, messages: [], step: { kind: 'sing' } }] },
    ],
    ['an inner team that has said nothing', { inner: { experts: { ...state, said: undefined } } }],
    ['an unknown outcome', { outcome: { state: 'lost', stopReason: '' } }],
    [
      'a termination that is not one',
      { termination: { kind: 'or', fired: null, conditions: [{ kind: 'maybe' }] } },
    ],
    ['a pause that is neither on nor off', { paused: 'yes' }],
  ])('is refused with %s', (_what, change) => {
    expect(conversationStateSchema.safeParse({ ...state, ...change }).success).toBe(false);
  });

  it.each(Object.keys(state))('is refused without its %s', (key) => {
    const rest = Object.fromEntries(Object.entries(state).filter(([name]) => name !== key));
    expect(conversationStateSchema.safeParse(rest).success).toBe(false);
  });
});

describe('the workflow’s argument', () => {
  const input = {
    projectId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c',
    conversationId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
    teamVersionId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2d',
    plan,
    task: [],
    state,
  };

  it('carries a state to go on from', () => {
    expect(conversationInputSchema.parse(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });

  it('is refused with a team of nobody', () => {
    const nobody = { ...input, plan: { ...plan, participants: [] } };
    expect(conversationInputSchema.safeParse(nobody).success).toBe(false);
  });
});
