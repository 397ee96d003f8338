import { expect, it } from '@jest/globals';
import { countsOf } from './runParity.ts';

it('counts a scenario as passed if it is the same or differs where AutoGen is at fault, and all others as failed', () => {
  const report = [
    'same     graph-fan',
    'differs  graph-loop',
    '         runs[0].messages: 8 expected, 1 found',
    'quirk    rr-loop  (AutoGen: same as before)',
    'missing  sel-basic',
  ].join('\n');
  expect(countsOf(report, 4)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 0,
    failures: ['graph-loop', 'sel-basic'].map((name) => ({
      group: 'parity',
      file: 'test/parity',
      name,
      why: '',
    })),
  });
  expect(countsOf('', 4)).toEqual({ passed: 0, failed: 4, skipped: 0, failures: [] });
});
