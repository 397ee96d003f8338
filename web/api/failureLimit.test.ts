import { expect, it } from '@jest/globals';
import { createFailureLimit } from './failureLimit.ts';

it('lets an address try again once its window is over, and makes no other address wait', () => {
  // The cache does not accept a clock that reads zero.
  const start = 1_000;
  let now = start;
  const limit = createFailureLimit({ max: 2, windowMs: 10_000, now: () => now });
  limit.note('a');
  expect(limit.waitSeconds('a')).toBe(0);
  limit.note('a');
  expect(limit.waitSeconds('a')).toBe(10);
  expect(limit.waitSeconds('b')).toBe(0);
  now = start + 9_500;
  expect(limit.waitSeconds('a')).toBe(1);
  now = start + 10_000;
  expect(limit.waitSeconds('a')).toBe(0);
});

it('remembers only a bounded number of addresses', () => {
  const limit = createFailureLimit({ max: 1, maxAddresses: 2 });
  for (const address of ['a', 'b', 'c']) limit.note(address);
  expect([limit.waitSeconds('a') > 0, limit.waitSeconds('b') > 0, limit.waitSeconds('c') > 0]).toEqual([
    false,
    true,
    true,
  ]);
});
