import type { Counts, FailedTest } from './counts.ts';

/** If more files than these have failed, it was not for want of time. */
const FILES_AT_MOST = 3;

/**
 * What counts after files with failed tests have run once more, one at a time on a machine that does nothing else. If
 * a file passes as a whole then, its failed tests are unsteady: they count as passed, and their names are to be told.
 * There is no second try if more than three files have failed, or anything that belongs to no test.
 */
export async function withSecondTry(
  first: Counts,
  runFile: (group: string, file: string) => Promise<Counts>,
): Promise<{ counts: Counts; unsteady: FailedTest[] }> {
  const byFile = new Map<string, FailedTest[]>();
  for (const test of first.failures) {
    const key = `${test.group} ${test.file}`;
    byFile.set(key, [...(byFile.get(key) ?? []), test]);
  }
  const unsteady: FailedTest[] = [];
  if (byFile.size <= FILES_AT_MOST && first.failed === first.failures.length) {
    for (const tests of byFile.values()) {
      const [{ group, file } = { group: '', file: '' }] = tests;
      const { passed, failed } = await runFile(group, file);
      if (failed === 0 && passed >= tests.length) unsteady.push(...tests);
    }
  }
  return {
    counts: {
      ...first,
      passed: first.passed + unsteady.length,
      failed: first.failed - unsteady.length,
      failures: first.failures.filter((test) => !unsteady.includes(test)),
    },
    unsteady,
  };
}
