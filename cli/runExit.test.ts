import { describe, expect, it } from '@jest/globals';
import { exitCodes } from './exitCodes.ts';
import { endedCode, outcomeOf, waitingCode } from './runExit.ts';

const run = (number: number, state: 'finished' | 'failed' | 'stopped') => ({
  ...{ run: number, state, hasTask: true, stopReason: null, outsideEnd: null },
  ...{ startedAt: '2026-11-30T08:00:00Z', endedAt: '2026-11-30T08:01:00Z', wokenBy: [] },
});

describe('the exit code of a run', () => {
  it.each([
    ['finished', exitCodes.done],
    ['failed', exitCodes.failed],
    ['stopped', exitCodes.stopped],
    ['cancelled', exitCodes.stopped],
    [null, exitCodes.done],
  ] as const)('that ended as %s is %s', (state, code) => {
    expect(endedCode(state)).toBe(code);
  });

  it('of a standing conversation, which sleeps after it, is that of its own outcome', () => {
    const sleeping = { run: 1, state: 'sleeping', runs: [run(0, 'failed'), run(1, 'stopped')] } as const;
    expect(endedCode(outcomeOf(sleeping, 0))).toBe(exitCodes.failed);
    expect(endedCode(outcomeOf(sleeping, 1))).toBe(exitCodes.stopped);
  });

  it('that only waits, for a person or for a time, is another one', () => {
    const codes = (['waiting', 'parked', 'sleeping', 'running', 'paused'] as const).map(waitingCode);
    expect(codes).toEqual([exitCodes.waits, exitCodes.waits, exitCodes.waits, null, null]);
  });
});
