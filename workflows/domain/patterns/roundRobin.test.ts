import { describe, expect, it } from '@jest/globals';
import { initialPattern, nextSpeakers, observeTurn } from './registry.ts';
import type { PatternState } from './pattern.ts';

const config = { kind: 'round_robin' } as const;
const names = ['writer', 'critic', 'editor'];

function speakersOf(from: PatternState, turns: number): string[] {
  let state = from;
  return Array.from({ length: turns }, () => {
    const { speakers } = nextSpeakers(config, state, names);
    state = observeTurn(config, state, names, []);
    return speakers.join(' and ');
  });
}

describe('round robin', () => {
  it('lets participants speak in the order of the team, over and over', () => {
    expect(speakersOf(initialPattern(config, names), 7)).toEqual([
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
    expect(observeTurn(config, { kind: 'round_robin', nextIndex: 0 }, names, [])).toEqual({
      kind: 'round_robin',
      nextIndex: 1,
    });
  });

  it('goes on from a stored index', () => {
    expect(speakersOf({ kind: 'round_robin', nextIndex: 2 }, 2)).toEqual(['editor', 'writer']);
  });

  it('says so where the index is of no participant, as with a team that lost one', () => {
    expect(() => nextSpeakers(config, { kind: 'round_robin', nextIndex: 3 }, names)).toThrow(
      'The team has no participant 3',
    );
  });
});
