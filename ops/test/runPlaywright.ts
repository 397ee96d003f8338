import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium } from './chromium.ts';
import { type Counts, type FailedTest, NO_COUNTS, ONE_FAILED } from './counts.ts';
import { runRunner } from './runnerProcess.ts';

const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));

const testSchema = z.object({
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })).optional(),
});

interface Suite {
  specs: { tests: z.infer<typeof testSchema>[]; ok: boolean; title: string; file: string }[];
  suites?: Suite[] | undefined;
}

const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        tests: z.array(testSchema),
        ok: z.boolean(),
        title: z.string(),
        /** Relative to the folder of the configuration. */
        file: z.string(),
      }),
    ),
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
    return { ...(counts ?? ONE_FAILED), failed: 1 };
  }
  return counts;
}

/**
 * The counts in Playwright's JSON report; null if it is not one. A test that passed only at a second try has failed.
 */
export function countsOf(report: unknown, hasRun = true): Counts | null {
  const { success, data } = reportSchema.safeParse(report);
  if (!success) return null;
  if (!hasRun) return { ...NO_COUNTS, skipped: testsIn(data.suites) };
  const { expected, skipped, unexpected, flaky } = data.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + data.errors.length,
    skipped,
    failures: failuresIn(data.suites),
  };
}

function testsIn(suites: readonly Suite[]): number {
  return suites.reduce(
    (sum, { specs, suites: inner = [] }) =>
      sum + specs.reduce((tests, spec) => tests + spec.tests.length, 0) + testsIn(inner ?? []),
    0,
  );
}

function failuresIn(suites: readonly Suite[]): FailedTest[] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }): FailedTest => ({
        ...{ group: 'browser', file, name: title },
        why: tests.flatMap(({ results = [] }) => results).find(({ error }) => error)?.error?.message ?? '',
      })),
    ...failuresIn(inner ?? []),
  ]);
}
