import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type SandboxChild = ChildProcessByStdio<Writable, Readable, Readable>;

const SANDBOX_FOLDER = join(import.meta.dirname, 'sandbox');
const PYODIDE_FOLDER = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const HEAP_MIB = 192;

/**
 * Starts `sandbox/child.ts`: no environment, files of two folders to read and none to write, no further process, no
 * thread, no addon, no code from text.
 */
export function startSandboxChild(cpuSeconds: number, args: readonly number[]): SandboxChild {
  const command = [
    process.execPath,
    '--permission',
    `--allow-fs-read=${PYODIDE_FOLDER}/`,
    `--allow-fs-read=${SANDBOX_FOLDER}/`,
    '--disallow-code-generation-from-strings',
    '--disable-proto=throw',
    `--max-old-space-size=${HEAP_MIB}`,
    '--no-warnings',
    join(SANDBOX_FOLDER, 'child.ts'),
    PYODIDE_FOLDER,
    ...args.map(String),
  ];
  // The shell sets the limits that Node can't: processor time, no core dump.
  const script = `ulimit -t ${cpuSeconds} && ulimit -c 0 && exec "$@"`;
  // `NODE_ENV` is part of the environment's type and of no use here.
  const env = {} as NodeJS.ProcessEnv;
  return spawn('/bin/sh', ['-c', script, 'sh', ...command], { env, cwd: '/', stdio: 'pipe' });
}
