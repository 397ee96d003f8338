import { describe, expect, test } from '@jest/globals';
import { priceFormSchema, usdText } from './priceForm.ts';

const set = (inputUsdPerMillion: string) =>
  priceFormSchema.safeParse({
    intent: 'set',
    form: 'new-price',
    model: ' gpt-4o ',
    inputUsdPerMillion,
    outputUsdPerMillion: '0',
  });

describe('priceFormSchema', () => {
  test.each([
    ['0.15', 150_000n],
    ['0,15', 150_000n],
    [' 2 ', 2_000_000n],
    ['0.000001', 1n],
    ['1.1', 1_100_000n],
  ])('takes %p as %p micro-dollars', (text, microUsd) => {
    expect(set(text).data).toMatchObject({ model: 'gpt-4o', inputUsdPerMillion: microUsd });
  });

  test.each(['', '-1', '1e3', '0.0000001', 'free', '12345678', 'NaN'])('refuses %p', (text) => {
    expect(set(text).success).toBe(false);
  });
});

test('usdText is what priceFormSchema takes back', () => {
  for (const microUsd of [0n, 1n, 150_000n, 2_500_000n, 999_999_999_999n]) {
    expect(set(usdText(microUsd)).data).toMatchObject({ inputUsdPerMillion: microUsd });
  }
});
