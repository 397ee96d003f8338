import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { inWords } from './counts.ts';
import { countsOf } from './runJest.ts';

it('names the tests that have failed and the files that could not be loaded, each with the reason', () => {
  const report = {
    ...{ numPassedTests: 1, numFailedTests: 1, numRuntimeErrorTestSuites: 1 },
    ...{ numPendingTests: 2, numTodoTests: 1 },
    testResults: [
      {
        name: resolve('web/test/a.db.test.ts'),
        status: 'failed',
        message: 'one of two has failed',
        assertionResults: [
          { status: 'passed', fullName: 'opens', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'closes',
            failureMessages: ['Error: \u001b[31mit\n  is\u001b[39m open'],
          },
        ],
      },
      { name: resolve('ops/b.test.ts'), status: 'failed', message: 'No such module', assertionResults: [] },
    ],
  };
  const counts = countsOf(report);
  expect(counts).toMatchObject({ passed: 1, failed: 2, skipped: 3 });
  expect(counts?.failures.map(inWords)).toEqual([
    'db web/test/a.db.test.ts: closes (Error: it is open)',
    'pure ops/b.test.ts: the file could not be loaded (No such module)',
  ]);
});

it('gets no counts from what is not a report', () => {
  expect(countsOf(null)).toBeNull();
});
