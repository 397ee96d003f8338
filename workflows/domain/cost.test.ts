import { expect, it } from '@jest/globals';
import { costOf } from './cost.ts';

const price = { inputMicroUsdPerMillion: 150_000, outputMicroUsdPerMillion: 600_000 };

it('a call costs its tokens at their price, in whole micro-dollars', () => {
  expect(costOf({ promptTokens: 1_000_000, completionTokens: 1_000_000 }, price)).toBe(750_000);
  expect(costOf({ promptTokens: 0, completionTokens: 0 }, price)).toBe(0);
});

it('what is less than a micro-dollar is rounded to the nearest', () => {
  expect(costOf({ promptTokens: 10, completionTokens: 0 }, price)).toBe(2);
  expect(costOf({ promptTokens: 3, completionTokens: 0 }, price)).toBe(0);
});

it('the cost is unknown, not zero, where the price or the usage is', () => {
  expect(costOf({ promptTokens: 1, completionTokens: 1 }, null)).toBeNull();
  expect(costOf(null, price)).toBeNull();
});
