import { expect, test } from '@jest/globals';
import { formatMoney } from './money.ts';

test.each([
  [0, '$0.00'],
  [1n, '$0.000001'],
  [420, '$0.00042'],
  [12_345, '$0.0123'],
  [1_234_567n, '$1.23'],
  [12_345_678_901n, '$12,345.68'],
])('%p micro-dollars are %p', (microUsd, text) => {
  expect(formatMoney(microUsd, 'en')).toBe(text);
});
