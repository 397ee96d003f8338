import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableBytes, tuningFor } from './tuning.ts';

const MIB = 2 ** 20;

describe('a worker', () => {
  it.each([
    [256, { cachedWorkflows: 20, concurrentActivities: 50 }],
    [400, { cachedWorkflows: 120, concurrentActivities: 78 }],
    [512, { cachedWorkflows: 200, concurrentActivities: 100 }],
    [24_576, { cachedWorkflows: 200, concurrentActivities: 100 }],
  ])('of a machine with %s MiB takes as much as fits', (memoryMiB, tuning) => {
    expect(tuningFor(memoryMiB * MIB)).toEqual(tuning);
  });

  it('takes no less of a larger machine', () => {
    const size = fc.integer({ min: 64, max: 4_096 });
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)].map((mib) =>
          tuningFor(mib * MIB),
        );
        expect(large?.cachedWorkflows).toBeGreaterThanOrEqual(small?.cachedWorkflows ?? 0);
        expect(large?.concurrentActivities).toBeGreaterThanOrEqual(small?.concurrentActivities ?? 0);
      }),
    );
  });

  it('goes by its container where that has a limit, else by the machine', () => {
    expect(availableBytes(512 * MIB, 24_576 * MIB)).toBe(512 * MIB);
    expect(availableBytes(0, 24_576 * MIB)).toBe(24_576 * MIB);
    expect(availableBytes(2 ** 63, 24_576 * MIB)).toBe(24_576 * MIB);
  });
});
