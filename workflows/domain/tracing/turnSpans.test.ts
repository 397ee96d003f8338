import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noteActivity, type OpenTurn, outerTurn, placeOf, turnKey, type TurnPlace } from './turnSpans.ts';

const at = (scope: string, turn: number, speaker: string): TurnPlace => ({ scope, turn, speaker });

/** Notes activities one after the other, a millisecond each. */
function noted(places: TurnPlace[]): { open: OpenTurn[]; ended: OpenTurn[] } {
  return places.reduce<{ open: OpenTurn[]; ended: OpenTurn[] }>(
    (sofar, place, nowMs) => {
      const { open, ended } = noteActivity(sofar.open, place, nowMs);
      return { open, ended: [...sofar.ended, ...ended] };
    },
    { open: [], ended: [] },
  );
}

describe('turns, as their activities show them', () => {
  test('last from the first to the last activity, and end when their team takes the next one', () => {
    const { open, ended } = noted([at('', 0, 'a'), at('', 0, 'a'), at('', 1, 'b')]);
    expect(ended).toEqual([{ ...at('', 0, 'a'), fromMs: 0, toMs: 1 }]);
    expect(open).toEqual([{ ...at('', 1, 'b'), fromMs: 2, toMs: 2 }]);
  });

  test('of several speakers are under way side by side', () => {
    const { open, ended } = noted([at('', 0, 'a'), at('', 0, 'b'), at('', 0, 'a')]);
    expect(ended).toEqual([]);
    expect(open.map(turnKey)).toEqual([' 0 a', ' 0 b']);
  });

  test('of an inner team belong to the outer turn, and end with it', () => {
    const { open } = noted([at('', 0, 'inner'), at('inner', 0, 'x'), at('inner', 1, 'y')]);
    const last = open.find(({ speaker }) => speaker === 'y');
    expect(last && outerTurn(open, last)).toMatchObject(at('', 0, 'inner'));
    const next = noted([at('', 0, 'inner'), at('inner', 0, 'x'), at('', 1, 'b')]);
    expect(next.ended.map(({ speaker }) => speaker).sort()).toEqual(['inner', 'x']);
  });

  test('end once each, whatever comes', () => {
    const places = fc.record({
      scope: fc.constantFrom('', 'a', 'a/b', 'b~1'),
      turn: fc.nat(4),
      speaker: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(places), (given) => {
        // A team's turns come in their order.
        const inOrder = [...given].sort((one, other) => one.turn - other.turn);
        const { open, ended } = noted(inOrder);
        const keys = [...open, ...ended].map(turnKey);
        expect(new Set(keys).size).toBe(new Set(inOrder.map(turnKey)).size);
        for (const turn of [...open, ...ended]) expect(turn.toMs).toBeGreaterThanOrEqual(turn.fromMs);
      }),
    );
  });

  test('are named by arguments of activities that belong to one', () => {
    expect(placeOf({ scope: '', turn: 1, speaker: 'a', text: 'no' })).toEqual(at('', 1, 'a'));
    for (const other of [null, undefined, 'x', {}, { scope: '', turn: '1', speaker: 'a' }])
      expect(placeOf(other)).toBeNull();
  });
});
