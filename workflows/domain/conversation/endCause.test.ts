import { describe, expect, it } from '@jest/globals';
import { endCause } from './endCause.ts';
import type { Outcome } from './state.ts';

const fired = { kind: 'text_mention', fired: "Text 'DONE' mentioned" } as const;
const notYet = { kind: 'text_mention', fired: null } as const;
const finished: Outcome = { state: 'finished', stopReason: null };

describe('what ended a run', () => {
  it.each([
    [null, null, notYet],
    ['condition', finished, fired],
    ['turn_limit', { ...finished, atTurnLimit: true }, notYet],
    ['pattern', finished, notYet],
    ['pattern', finished, null],
    ['person', { state: 'stopped', stopReason: fired.fired }, fired],
    ['person', { state: 'cancelled', stopReason: 'Cancelled' }, null],
    ['failure', { state: 'failed', stopReason: 'Its workflow failed' }, notYet],
  ] as const)('is %s', (cause, outcome, termination) => {
    expect(endCause({ outcome, termination })).toBe(cause);
  });
});
