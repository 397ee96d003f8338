import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  embeddingBatches,
  estimatedTokens,
  MOST_TEXTS_AT_ONCE,
  MOST_TOKENS_AT_ONCE,
} from './embeddingBatches.ts';

describe('the parts in which texts are embedded', () => {
  it('hold every text in its order, none of them empty or larger than is taken', () => {
    const lengths = fc.array(fc.nat({ max: 40_000 }), { maxLength: 300 });
    fc.assert(
      fc.property(lengths, fc.constantFrom('a', '假'), (sizes, letter) => {
        const texts = sizes.map((size) => letter.repeat(size));
        const batches = embeddingBatches(texts);
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) {
          const tokens = batch.reduce((sum, text) => sum + estimatedTokens(text), 0);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(MOST_TEXTS_AT_ONCE);
          expect(batch.length === 1 || tokens <= MOST_TOKENS_AT_ONCE).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leave a text that is too long for any part by itself, for the model to say so', () => {
    const long = '字'.repeat(MOST_TOKENS_AT_ONCE + 1);
    expect(embeddingBatches(['a', long, 'b'])).toEqual([['a'], [long], ['b']]);
  });

  it.each([
    ['', 0],
    ['word', 2],
    ['假期规定', 4],
    ['mixed 假期', 4],
  ])('counts %j as %d tokens', (text, tokens) => {
    expect(estimatedTokens(text)).toBe(tokens);
  });
});
