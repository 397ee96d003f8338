import { expect, it } from '@jest/globals';
import { initialPattern, nextDecision, observePattern, startPattern } from '../askPattern.ts';

const team = { config: { kind: 'single_agent' }, participants: ['assistant'] } as const;

it('answers each task once', () => {
  let state = startPattern(team, initialPattern(team), []);
  expect(nextDecision(team, state)).toEqual({ kind: 'speak', speakers: ['assistant'] });
  state = observePattern(team, state, { speakers: ['assistant'], messages: [] });
  expect(nextDecision(team, state)).toEqual({ kind: 'finish', stopReason: null });
  expect(nextDecision(team, startPattern(team, state, []))).toEqual({
    kind: 'speak',
    speakers: ['assistant'],
  });
});
