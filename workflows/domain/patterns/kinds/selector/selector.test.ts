import { describe, expect, it } from '@jest/globals';
import {
  initialPattern,
  managedPattern,
  nextDecision,
  observePattern,
  startPattern,
  stopPattern,
} from '../../askPattern.ts';
import type { PatternState } from '../../registry.ts';
import { fallbackSpeaker, type PlannedSelector } from './selector.ts';

function teamOf(config: Partial<PlannedSelector> = {}, participants = ['a', 'b', 'c']) {
  return {
    config: {
      kind: 'selector' as const,
      allowRepeatedSpeaker: false,
      filtered: false,
      shownAttempts: 0,
      ...config,
    },
    participants,
  };
}

const spoke = (previous: string | null): PatternState => ({ kind: 'selector', previous, chosen: null });

describe('a selector', () => {
  it('lets its model choose among all, then among all but the previous speaker', () => {
    const team = teamOf();
    const begun = startPattern(team, initialPattern(team), []);
    expect(nextDecision(team, begun)).toEqual({
      kind: 'manage',
      work: { kind: 'select', candidates: ['a', 'b', 'c'], previous: null },
    });
    const chosen = managedPattern(team, begun, { kind: 'selected', speaker: 'b' });
    expect(nextDecision(team, chosen)).toEqual({ kind: 'speak', speakers: ['b'] });
    const after = observePattern(team, chosen, { speakers: ['b'], messages: [] });
    expect(nextDecision(team, after)).toEqual({
      kind: 'manage',
      work: { kind: 'select', candidates: ['a', 'c'], previous: 'b' },
    });
  });

  it('keeps the previous speaker among the candidates where repeats are allowed', () => {
    expect(nextDecision(teamOf({ allowRepeatedSpeaker: true }), spoke('b'))).toMatchObject({
      work: { candidates: ['a', 'b', 'c'], previous: 'b' },
    });
  });

  it('asks no model where one candidate is left', () => {
    const team = teamOf({}, ['a', 'b']);
    expect(nextDecision(team, spoke('a'))).toEqual({ kind: 'speak', speakers: ['b'] });
    expect(observePattern(team, spoke('a'), { speakers: ['b'], messages: [] })).toEqual(spoke('b'));
  });

  it('leaves it to the manager wherever candidates are filtered', () => {
    expect(nextDecision(teamOf({ filtered: true }, ['a', 'b']), spoke('a'))).toEqual({
      kind: 'manage',
      work: { kind: 'select', candidates: ['b'], previous: 'a' },
    });
  });

  it('falls back to another speaker where the choice is passed over, so that it goes on', () => {
    const team = teamOf();
    const state = managedPattern(team, spoke('a'), { kind: 'skipped' });
    expect(nextDecision(team, state)).toEqual({ kind: 'speak', speakers: ['b'] });
  });

  it('forgets a choice that a stop overtook, and remembers who spoke', () => {
    const team = teamOf();
    const chosen = managedPattern(team, spoke('a'), { kind: 'selected', speaker: 'b' });
    expect(stopPattern(team, chosen)).toEqual(spoke('a'));
    expect(startPattern(team, chosen, [])).toEqual(spoke('a'));
  });
});

describe('the fallback', () => {
  it.each([
    ['the previous speaker where repeats are allowed', true, ['a', 'b'], 'b', 'b'],
    ['another one where they are not', false, ['b', 'c'], 'b', 'c'],
    ['the first candidate where nobody spoke', true, ['a', 'b'], null, 'a'],
    ['the only candidate', false, ['b'], 'b', 'b'],
    ['a candidate where the previous speaker is none', true, ['a', 'c'], 'b', 'a'],
  ])('is %s', (_what, allowRepeatedSpeaker, candidates, previous, speaker) => {
    expect(fallbackSpeaker({ allowRepeatedSpeaker }, candidates, previous)).toBe(speaker);
  });
});
