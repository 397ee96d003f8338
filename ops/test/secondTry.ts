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
  const files = new Map(first.failures.map(({ group, file }) => [`${group} ${file}`, { group, file }]));
  const unsteady: FailedTest[] = [];
  if (files.size <= FILES_AT_MOST && first.failed === first.failures.length) {
    for (const { group, file } of files.values()) {
      const tests = first.failures.filter((test) => test.group === group && test.file === file);
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
