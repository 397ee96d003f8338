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
  /** Files that could not be loaded. */
  numRuntimeErrorTestSuites: z.number(),
});

/**
 * Runs Jest for some of its projects (see jest.config.mjs) and counts the results. A run without a report counts as
 * one failure.
 */
export async function runJest(projects: string[], jestArgs: string[], filesAtATime: number): Promise<Counts> {
  const { code, report } = await runRunner(
    (reportFile) => [
      ...['--experimental-vm-modules', JEST, '--selectProjects', ...projects],
      ...['--passWithNoTests', '--forceExit', '--json', '--outputFile', reportFile],
      `--maxWorkers=${String(filesAtATime)}`,
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
