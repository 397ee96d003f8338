import { expect, test } from '@jest/globals';
import { fault } from '../../../../languages/fault.ts';
import { pairsIn, textOfPairs } from './pairs.ts';

test('reads headers and an environment', () => {
  expect(pairsIn('Authorization: Bearer ${secret:TOKEN}\n\nX-A: b:c\n', ':')).toEqual({
    ok: true,
    pairs: { Authorization: 'Bearer ${secret:TOKEN}', 'X-A': 'b:c' },
  });
  expect(pairsIn('A= b=c', '=')).toEqual({ ok: true, pairs: { A: ' b=c' } });
  expect(pairsIn('', '=')).toEqual({ ok: true, pairs: {} });
});

test('says what is no pair', () => {
  expect(pairsIn('Authorization', ':')).toMatchObject({ ok: false });
  expect(pairsIn(': x', ':')).toMatchObject({ ok: false });
  expect(pairsIn('A=1\nA=2', '=')).toEqual({
    ok: false,
    message: fault('editor:faults.pairTwice', { name: 'A' }),
  });
});

test('writes what it reads', () => {
  const pairs = { A: '1', B: 'x=y' };
  expect(pairsIn(textOfPairs(pairs, '='), '=')).toEqual({ ok: true, pairs });
});
