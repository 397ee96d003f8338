import { expect, it } from '@jest/globals';
import { countsOf } from './runPlaywright.ts';

const passed = { ok: true, title: 'opens', file: 'web/test/a.browser.test.ts' };
const failed = { ok: false, title: 'closes', file: 'web/test/a.browser.test.ts' };
const failures = [{ group: 'browser', file: failed.file, name: 'closes', why: 'It is open' }];

const stats = { expected: 3, skipped: 1, unexpected: 1, flaky: 0 };
const report = {
  suites: [
    {
      specs: [{ ...passed, tests: [{}] }],
      suites: [
        {
          specs: [
            { ...passed, tests: [{}, {}] },
            { ...failed, tests: [{ results: [{ error: { message: 'It is open' } }] }] },
          ],
        },
      ],
    },
  ],
  errors: [{ message: 'A worker that did not end' }],
  stats,
};

it('counts tests that passed at once as passed, and an error outside tests as failed without a name', () => {
  expect(countsOf(report)).toEqual({ passed: 3, failed: 2, skipped: 1, failures });
});

it('counts all tests as skipped if they were only listed', () => {
  expect(countsOf(report, false)).toEqual({ passed: 0, failed: 0, skipped: 4, failures: [] });
});

it('gets no counts from text that is not a report', () => {
  expect(countsOf(null)).toBeNull();
  expect(countsOf({ stats })).toBeNull();
});
