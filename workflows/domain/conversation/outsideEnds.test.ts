import { describe, expect, it } from '@jest/globals';
import { OUTSIDE_ENDS, outsideEndKinds, outsideEndOf, outsideOutcome } from './outsideEnds.ts';

describe('an end from outside', () => {
  it.each(outsideEndKinds)('is known by its stored outcome: %s', (kind) => {
    expect(outsideEndOf(outsideOutcome(kind))).toBe(kind);
  });

  it('is known while a standing conversation sleeps after it', () => {
    expect(outsideEndOf({ state: 'sleeping', stopReason: OUTSIDE_ENDS.gone })).toBe('gone');
  });

  it('keeps the words by which rows of earlier versions are known', () => {
    expect(OUTSIDE_ENDS).toEqual({
      terminated: 'Its workflow was terminated',
      failed: 'Its workflow failed',
      timed_out: 'Its workflow timed out',
      gone: 'Its workflow no longer exists on the Temporal server',
      never_began: 'Its run of the schedule was ended before it began',
    });
  });

  it.each([
    { state: 'finished', stopReason: OUTSIDE_ENDS.terminated },
    { state: 'failed', stopReason: 'The pattern could not use its task' },
    { state: 'failed', stopReason: null },
    { state: 'running', stopReason: null },
    { state: null, stopReason: null },
  ])('is none where the run says for itself how it ended: $state, $stopReason', (outcome) => {
    expect(outsideEndOf(outcome)).toBeNull();
  });
});
