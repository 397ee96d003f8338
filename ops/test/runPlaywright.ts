import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium } from './chromium.ts';
import type { Counts } from './counts.ts';
import { runRunner } from './runnerProcess.ts';

const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));

interface Suite {
  specs: { tests: unknown[] }[];
  suites?: Suite[] | undefined;
}

const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ tests: z.array(z.unknown()) })),
    suites: z.array(suiteSchema).optional(),
  }),
);

const reportSchema = z.object({
  suites: z.array(suiteSchema),
  /** Errors of whole files and of what tests share. */
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), skipped: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/**
 * Runs the browser tests (playwright.config.ts) and counts the results; if there is no browser, all of them are
 * skipped.
 */
export async function runPlaywright(args: string[]): Promise<Counts> {
  const hasBrowser = findChromium() !== undefined;
  if (!hasBrowser) console.log('No Chromium on PATH and no CHROMIUM_PATH: the browser tests are skipped.');
  const { code, report } = await runRunner(
    () => [
      ...[PLAYWRIGHT, 'test', '--pass-with-no-tests', ...args],
      ...(hasBrowser ? ['--reporter=list,json'] : ['--reporter=json', '--list']),
    ],
    { environmentOf: (reportFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }) },
  );
  const counts = countsOf(report, hasBrowser);
  if (counts === null || (counts.failed === 0 && code !== 0)) {
    console.error(`Playwright came to no good end (exit code ${String(code)}).`);
    return { passed: 0, skipped: 0, ...counts, failed: 1 };
  }
  return counts;
}

/**
 * The counts in Playwright's JSON report; null if it is not one. A test that passed only at a second try has failed.
 */
export function countsOf(report: unknown, hasRun = true): Counts | null {
  const { success, data } = reportSchema.safeParse(report);
  if (!success) return null;
  if (!hasRun) return { passed: 0, failed: 0, skipped: testsIn(data.suites) };
  const { expected, skipped, unexpected, flaky } = data.stats;
  return { passed: expected, failed: unexpected + flaky + data.errors.length, skipped };
}

function testsIn(suites: readonly Suite[]): number {
  return suites.reduce(
    (sum, { specs, suites: inner = [] }) =>
      sum + specs.reduce((tests, spec) => tests + spec.tests.length, 0) + testsIn(inner ?? []),
    0,
  );
}
