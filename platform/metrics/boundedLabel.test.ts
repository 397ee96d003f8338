import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundedLabel } from './boundedLabel.ts';

describe('a bounded label', () => {
  it('has as many values as it may have, and "other", whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 0, max: 5 }), (given, most) => {
        const label = boundedLabel(most);
        expect(new Set(given.map(label)).size).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('goes on naming those that it has named', () => {
    const label = boundedLabel(2);
    expect(['a', 'b', 'c', 'a', 'b'].map(label)).toEqual(['a', 'b', 'other', 'a', 'b']);
  });

  it('cuts what is long', () => {
    expect(boundedLabel(1)('m'.repeat(5_000))).toHaveLength(100);
  });
});
