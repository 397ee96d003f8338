import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A run of a test runner: its exit code, and the JSON that it has written, if it has. */
export interface RunnerEnd {
  code: number | null;
  report: unknown;
}

export interface RunnerOptions {
  environmentOf?: (reportFile: string) => Record<string, string>;
  /** Leaves standard output out: what people read comes on the other one. */
  onlyErrors?: boolean;
}

/**
 * Runs a test runner on this Node. `argsOf` gets the file for its JSON report. What people read is passed on a whole line
 * at a time, since other runners may be at work beside it.
 */
export async function runRunner(
  argsOf: (reportFile: string) => string[],
  { environmentOf, onlyErrors = false }: RunnerOptions = {},
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
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(1));
  });
  try {
    return { code, report: JSON.parse(readFileSync(reportFile, 'utf8')) };
  } catch {
    return { code, report: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
