import { describe, expect, it } from '@jest/globals';
import { initialPattern, nextDecision, observePattern } from '../askPattern.ts';
import type { PatternState } from '../registry.ts';

const team = { config: { kind: 'round_robin' }, participants: ['writer', 'critic', 'editor'] } as const;

function speakersOf(from: PatternState, turns: number): string[] {
  let state = from;
  return Array.from({ length: turns }, () => {
    const decision = nextDecision(team, state);
    const speakers = decision.kind === 'speak' ? decision.speakers : [];
    state = observePattern(team, state, { speakers, messages: [] });
    return speakers.join(' and ');
  });
}

describe('round robin', () => {
  it('lets participants speak in the order of the team, over and over', () => {
    expect(speakersOf(initialPattern(team), 7)).toEqual([
      'writer',
      'critic',
      'editor',
      'writer',
      'critic',
      'editor',
      'writer',
    ]);
  });

  it('passes on after a turn that brought no message', () => {
    expect(
      observePattern(team, { kind: 'round_robin', nextIndex: 0 }, { speakers: ['writer'], messages: [] }),
    ).toEqual({
      kind: 'round_robin',
      nextIndex: 1,
    });
  });

  it('goes on from a stored index', () => {
    expect(speakersOf({ kind: 'round_robin', nextIndex: 2 }, 2)).toEqual(['editor', 'writer']);
  });

  it('says so where the index is of no participant, as with a team that lost one', () => {
    expect(() => nextDecision(team, { kind: 'round_robin', nextIndex: 3 })).toThrow(
      'The team has no participant 3',
    );
  });
});
