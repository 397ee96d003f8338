import { expect, it } from '@jest/globals';
import { managedPattern, nextDecision, type PatternTeam, refusePattern, stopPattern } from './askPattern.ts';
import type { PatternState } from './registry.ts';

const team: PatternTeam = { config: { kind: 'round_robin' }, participants: ['a', 'b'] };
const state: PatternState = { kind: 'round_robin', nextIndex: 1 };

it('leaves a state as it is where its pattern has nothing to do', () => {
  expect(refusePattern(team, state, [])).toBeNull();
  expect(managedPattern(team, state, { kind: 'skipped' })).toBe(state);
  expect(stopPattern(team, state)).toBe(state);
});

it('does not go on from the state of another pattern', () => {
  expect(() => nextDecision(team, { kind: 'single_agent', answered: false })).toThrow(
    "A team of pattern round_robin can't go on from the state of single_agent",
  );
});
