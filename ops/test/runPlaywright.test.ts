import { expect, it } from '@jest/globals';
import { countsOf } from './runPlaywright.ts';

const stats = { expected: 3, skipped: 1, unexpected: 1, flaky: 1 };
const report = {
  suites: [{ specs: [{ tests: [{}] }], suites: [{ specs: [{ tests: [{}, {}] }, { tests: [{}] }] }] }],
  errors: [{ message: 'A worker that did not end' }],
  stats,
};

it('counts tests that passed at once as passed, and an error outside tests as failed', () => {
  expect(countsOf(report)).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

it('counts all tests as skipped if they were only listed', () => {
  expect(countsOf(report, false)).toEqual({ passed: 0, failed: 0, skipped: 4 });
});

it('gets no counts from text that is not a report', () => {
  expect(countsOf(null)).toBeNull();
  expect(countsOf({ stats })).toBeNull();
});
