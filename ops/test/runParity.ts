import { spawn, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../embedded/network.ts';
import { startService } from '../embedded/service.ts';
import { type Counts, NO_COUNTS } from './counts.ts';

const HERE = fileURLToPath(new URL('../../test/parity', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/colloquy-parity', import.meta.url));
const OUT = join(CACHE, 'out');

/**
 * Runs AutoGen's scenarios on the product and compares the results with AutoGen's: one test each. The model is a
 * stand-in written in Python; if there is no Python that can run it, the scenarios are skipped.
 */
export async function runParity(): Promise<Counts> {
  const scenarios = join(HERE, 'scenarios');
  const count = readdirSync(scenarios).filter((file) => file.endsWith('.json')).length;
  const python = findPython();
  if (python === undefined) {
    console.log('No Python 3 that could be given aiohttp: the parity scenarios are skipped.');
    return { ...NO_COUNTS, skipped: count };
  }
  rmSync(OUT, { recursive: true, force: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const standIn = await startService({
    name: 'The stand-in model',
    command: python,
    args: [join(HERE, 'standin.py'), '--scenarios', scenarios, '--port', String(port)],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
    logFile: join(CACHE, 'standin.log'),
    isReady: async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok === true,
  });
  try {
    await run(process.execPath, [
      '--no-warnings',
      join(HERE, 'main.ts'),
      ...['--scenarios', scenarios, '--model-url', url, '--out', OUT],
    ]);
  } finally {
    await standIn.stop();
  }
  const report = await run(python, [join(HERE, 'compare.py'), '--actual', OUT, '--asks', '--usage']);
  return countsOf(report, count);
}

/** The results of compare.py, scenario by scenario; a scenario that it does not name has failed. */
export function countsOf(report: string, count: number): Counts {
  const named = [...report.matchAll(/^(same|quirk|differs|missing) +(\S+)/gm)];
  const failures = named
    .filter(([, status]) => status === 'differs' || status === 'missing')
    .map(([, , name = '']) => ({ group: 'parity', file: 'test/parity', name, why: '' }));
  const passed = named.length - failures.length;
  return { passed, failed: count - passed, skipped: 0, failures };
}

/** A Python that has aiohttp: the machine's own, or one in a virtual environment that is created here. */
function findPython(): string | undefined {
  const candidates = [process.env['PYTHON'] || 'python3', join(CACHE, 'venv', 'bin', 'python')];
  mkdirSync(CACHE, { recursive: true });
  const found = candidates.find(hasAiohttp);
  if (found !== undefined) return found;
  const [system = 'python3', own = ''] = candidates;
  const quietly: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] };
  if (!existsSync(own)) spawnSync(system, ['-m', 'venv', join(CACHE, 'venv')], quietly);
  spawnSync(own, ['-m', 'pip', 'install', '-q', '-r', join(HERE, 'requirements.txt')], quietly);
  return hasAiohttp(own) ? own : undefined;
}

function hasAiohttp(python: string): boolean {
  return spawnSync(python, ['-c', 'import aiohttp'], { stdio: 'ignore' }).status === 0;
}

/** Runs a program to its end, prints its output, and returns it. */
function run(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
