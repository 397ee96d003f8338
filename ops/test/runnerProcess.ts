import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** A run of a test runner: its exit code, and the JSON report if it has written one. */
export interface RunnerEnd {
  code: number | null;
  report: unknown;
}

export interface RunnerOptions {
  environmentOf?: (reportFile: string) => Record<string, string>;
  /** Leaves out standard output: what people should read is on standard error. */
  onlyErrors?: boolean;
  /** How long its output may stay open after it has ended. */
  outputGraceMs?: number;
}

/**
 * Runs a test runner on this Node. `argsOf` gets the path for its JSON report. What people read is passed on in whole
 * lines, since other runners may be writing at the same time.
 */
export async function runRunner(
  argsOf: (reportFile: string) => string[],
  { environmentOf, onlyErrors = false, outputGraceMs = 5_000 }: RunnerOptions = {},
): Promise<RunnerEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-tests-'));
  const reportFile = join(folder, 'report.json');
  const child = spawn(process.execPath, ['--no-warnings', ...argsOf(reportFile)], {
    env: {
      ...process.env,
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
      ...environmentOf?.(reportFile),
    },
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  if (onlyErrors) child.stdout.resume();
  else passOn(child.stdout, process.stdout);
  passOn(child.stderr, process.stderr);
  const code = await endOf(child, outputGraceMs);
  try {
    return { code, report: JSON.parse(readFileSync(reportFile, 'utf8')) };
  } catch {
    return { code, report: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Its exit code, once all its output is read. A process that it has left behind may hold the output open forever; it
 * is not waited for, but named at the end of the run (leftBehind.ts).
 */
async function endOf(child: ChildProcess, graceMs: number): Promise<number | null> {
  const closed = once(child, 'close').catch(() => undefined);
  const [code] = (await once(child, 'exit').catch(() => [1])) as [number | null];
  await Promise.race([closed, delay(graceMs, undefined, { ref: false })]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return code;
}

function passOn(from: Readable, to: NodeJS.WritableStream): void {
  let rest = '';
  from.setEncoding('utf8').on('data', (text: string) => {
    const end = (rest + text).lastIndexOf('\n') + 1;
    const whole = (rest + text).slice(0, end);
    rest = (rest + text).slice(end);
    if (whole !== '') to.write(whole);
  });
  from.once('end', () => to.write(rest));
}
