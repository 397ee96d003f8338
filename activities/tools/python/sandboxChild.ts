import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Duplex, Readable, Writable } from 'node:stream';

export type SandboxChild = ChildProcessByStdio<Writable, Readable, Readable>;

const SANDBOX_FOLDER = join(import.meta.dirname, 'sandbox');
const PYODIDE_FOLDER = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const HEAP_MIB = 192;

export interface SandboxArguments {
  memoryBytes: number;
  snapshotBytes: number;
  /** Where packages lie that code may import; absent: there are none, and no descriptor 3. */
  packagesFolder?: string | undefined;
}

/** How a sandbox asks for what is outside (sandbox/wire.ts); null: it can't. */
export function wireOf(child: SandboxChild): Duplex | null {
  return ((child.stdio as unknown[])[3] as Duplex | undefined) ?? null;
}

/**
 * Starts `sandbox/child.ts`: no environment, files of two folders to read and none to write, no further process, no
 * thread, no addon, no code from text.
 */
export function startSandboxChild(cpuSeconds: number, given: SandboxArguments | null): SandboxChild {
  const packagesFolder = given?.packagesFolder;
  const args =
    given === null
      ? []
      : [
          ...[given.memoryBytes, given.snapshotBytes].map(String),
          ...(packagesFolder === undefined ? [] : [packagesFolder]),
        ];
  const command = [
    process.execPath,
    '--permission',
    `--allow-fs-read=${PYODIDE_FOLDER}/`,
    `--allow-fs-read=${SANDBOX_FOLDER}/`,
    ...(packagesFolder === undefined ? [] : [`--allow-fs-read=${packagesFolder}/`]),
    '--disallow-code-generation-from-strings',
    '--disable-proto=throw',
    `--max-old-space-size=${HEAP_MIB}`,
    '--no-warnings',
    join(SANDBOX_FOLDER, 'child.ts'),
    PYODIDE_FOLDER,
    ...args,
  ];
  // The shell sets the limits that Node can't: processor time, no core dump.
  const script = `ulimit -t ${cpuSeconds} && ulimit -c 0 && exec "$@"`;
  // `NODE_ENV` is part of the environment's type and of no use here.
  const env = {} as NodeJS.ProcessEnv;
  return spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    env,
    cwd: '/',
    stdio: packagesFolder === undefined ? 'pipe' : ['pipe', 'pipe', 'pipe', 'pipe'],
  });
}
