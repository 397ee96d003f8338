import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Counts } from './counts.ts';
import { runRunner } from './runnerProcess.ts';

const JEST = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: z.number(),
});

/** Runs Jest over some of its projects (of jest.config.mjs) and counts. A run that does not even report counts as one failure. */
export async function runJest(projects: string[], jestArgs: string[]): Promise<Counts> {
  const { code, report } = await runRunner(
    (reportFile) => [
      ...['--experimental-vm-modules', JEST, '--selectProjects', ...projects],
      ...['--passWithNoTests', '--forceExit', '--json', '--outputFile', reportFile],
      // One file at a time: what runs beside it is another group.
      '--maxWorkers=1',
      ...jestArgs,
    ],
    { onlyErrors: true },
  );
  const counted = reportSchema.safeParse(report);
  if (!counted.success) {
    console.error(`Jest reported nothing (exit code ${String(code)}).`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = counted.data.numFailedTests + counted.data.numRuntimeErrorTestSuites;
  return {
    passed: counted.data.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: counted.data.numPendingTests + counted.data.numTodoTests,
  };
}
