import { expect, test } from '@jest/globals';
import { formatDuration } from './duration.ts';

test.each([
  [-5, '0 ms'],
  [840, '840 ms'],
  [3_210, '3.2 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [61_500, '1 min 1 s'],
  [3_725_000, '1 h 2 min'],
  [90_000_000, '1 d 1 h'],
])('%p ms are %p', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
