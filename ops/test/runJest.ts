import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Counts, type FailedTest, ONE_FAILED } from './counts.ts';
import { runRunner } from './runnerProcess.ts';

const JEST = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not be loaded. */
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      /** Why the file could not be loaded, or what has failed in it. */
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
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
  const counts = countsOf(report);
  if (counts === null || (counts.failed === 0 && code !== 0)) {
    console.error(`Jest came to no good end (exit code ${String(code)}).`);
    return { ...(counts ?? ONE_FAILED), failed: 1 };
  }
  return counts;
}

/** The counts in Jest's JSON report; null if it is not one. */
export function countsOf(report: unknown): Counts | null {
  const { success, data } = reportSchema.safeParse(report);
  if (!success) return null;
  return {
    passed: data.numPassedTests,
    failed: data.numFailedTests + data.numRuntimeErrorTestSuites,
    skipped: data.numPendingTests + data.numTodoTests,
    failures: data.testResults.flatMap(({ name: path, status, message, assertionResults }): FailedTest[] => {
      const file = relative(FOLDER, path);
      const group = groupOf(file);
      const failed = assertionResults.filter((test) => test.status === 'failed');
      if (failed.length > 0) {
        return failed.map(({ fullName, failureMessages }) => ({
          ...{ group, file, name: fullName },
          why: failureMessages?.[0] ?? '',
        }));
      }
      return status === 'failed' ? [{ group, file, name: 'the file could not be loaded', why: message }] : [];
    }),
  };
}

/** The group of a test's file, which its suffix names. */
export function groupOf(path: string): string {
  return /\.(db|temporal|browser|fault)\.test\.tsx?$/.exec(path)?.[1] ?? 'pure';
}
