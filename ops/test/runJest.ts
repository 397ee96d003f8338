import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const JEST = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: z.number(),
  success: z.boolean(),
});

/** Runs Jest over some of its projects (of jest.config.mjs) and counts. A run that does not even report counts as one failure. */
export async function runJest(projects: string[], jestArgs: string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-jest-'));
  const outputFile = join(folder, 'results.json');
  // Those that need a server run one file at a time: each brings processes of its own.
  const workers = projects.includes('pure') ? [] : ['--maxWorkers=1'];
  const child = spawn(
    process.execPath,
    [
      ...['--no-warnings', '--experimental-vm-modules', JEST, '--selectProjects', ...projects],
      ...['--passWithNoTests', '--forceExit', '--json', '--outputFile', outputFile, ...workers],
      ...jestArgs,
    ],
    // Its JSON goes to the file and to standard output; what people read comes on the other one.
    { stdio: ['inherit', 'ignore', 'inherit'] },
  );
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(1));
  });
  try {
    const results = resultsSchema.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    return {
      passed: results.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    console.error(`Jest reported nothing (exit code ${code}).`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
