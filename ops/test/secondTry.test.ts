import { expect, it } from '@jest/globals';
import { type Counts, type FailedTest, NO_COUNTS } from './counts.ts';
import { withSecondTry } from './secondTry.ts';

const failedIn = (file: string, name = 'waits'): FailedTest => ({ group: 'browser', file, name, why: '' });

const first = (failures: FailedTest[], failed = failures.length): Counts => ({
  passed: 100,
  failed,
  skipped: 2,
  failures,
});

const runs = (results: Record<string, Partial<Counts>>) => {
  const files: string[] = [];
  const runFile = (_group: string, file: string) => {
    files.push(file);
    return Promise.resolve({ ...NO_COUNTS, ...results[file] });
  };
  return { files, runFile };
};

it('counts tests of a file that passes at the second try as passed, and names them', async () => {
  const failures = [failedIn('a', 'one'), failedIn('a', 'two'), failedIn('b')];
  const { files, runFile } = runs({ a: { passed: 5 }, b: { passed: 2, failed: 1 } });
  const { counts, unsteady } = await withSecondTry(first(failures), runFile);
  expect(files).toEqual(['a', 'b']);
  expect(counts).toEqual({ passed: 102, failed: 1, skipped: 2, failures: [failedIn('b')] });
  expect(unsteady).toEqual([failedIn('a', 'one'), failedIn('a', 'two')]);
});

it('takes nothing for passed that did not run at the second try', async () => {
  const before = first([failedIn('a')]);
  expect(await withSecondTry(before, runs({ a: { skipped: 1 } }).runFile)).toEqual({
    counts: before,
    unsteady: [],
  });
});

it.each([
  ['four files have failed', first(['a', 'b', 'c', 'd'].map((file) => failedIn(file)))],
  ['something has failed that belongs to no test', first([failedIn('a')], 2)],
  ['nothing has failed', first([])],
])('does not try again if %s', async (_, before) => {
  const { files, runFile } = runs({});
  expect(await withSecondTry(before, runFile)).toEqual({ counts: before, unsteady: [] });
  expect(files).toEqual([]);
});
