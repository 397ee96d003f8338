// The process of one sandbox. Its parent starts it with an empty environment under Node's permission model, gives it
// the memory of a loaded interpreter (seven times faster than loading one), sends it one call, and kills it. It
// imports nothing from the product: it may only read this folder and Pyodide's.
import { constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Pyodide from 'pyodide';
import type { PyodideAPI } from 'pyodide';
import type { PyCallable } from 'pyodide/ffi';
import { Input } from './input.ts';
import { lockDown } from './lockdown.ts';
import { OutputSink } from './outputSink.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { exchange } from './wire.ts';

const PAGE_BYTES = 65_536;
const REASON_LENGTH = 2_000;
const HARNESS = ['toolArguments', 'network', 'harness'];
const PACKAGES = '/packages';

interface PythonFiles {
  writeFile(path: string, content: Uint8Array): void;
  mkdirTree(path: string): void;
  mount(type: unknown, options: object, path: string): void;
  filesystems: { NODEFS: unknown };
}

// Taken before code runs that could replace them.
const exit = process.exit.bind(process);
const { parse, stringify } = JSON;
const writeOut = process.stdout.write.bind(process.stdout);
const removeListeners = process.removeAllListeners.bind(process);
const onEvent = process.on.bind(process);
const stdout = new OutputSink();
const stderr = new OutputSink();
let isMemoryFull = false;
let memoryMib = 0;

function answer(message: SandboxAnswer): void {
  writeOut(`${stringify(message)}\n`);
}

/** What breaks the interpreter does not always come back to the one who called it. */
function onBreak(listener: (error: unknown) => void): void {
  removeListeners('uncaughtException');
  onEvent('uncaughtException', listener);
  removeListeners('unhandledRejection');
  // Python reports unawaited promises in its own way; we decide how the interpreter ends.
  onEvent('unhandledRejection', (error) => {
    const isFatal =
      error instanceof WebAssembly.RuntimeError || partOf(error, 'pyodide_fatal_error') === true;
    if (isFatal || exitCodeOf(error) !== null) listener(error);
  });
}

function partOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

function exitCodeOf(error: unknown): number | null {
  const status = partOf(error, 'status');
  return typeof status === 'number' ? status : null;
}

/** The interpreter's memory grows only through this method; beyond the limit, Python raises MemoryError. */
function limitMemory(limitBytes: number): void {
  memoryMib = Math.round(limitBytes / 1024 / 1024);
  const prototype = WebAssembly.Memory.prototype;
  const { value: grow } = Object.getOwnPropertyDescriptor(prototype, 'grow') as { value: typeof growWithin };
  const growWithin = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > limitBytes) {
      isMemoryFull = true;
      throw new RangeError('The memory limit is reached');
    }
    return grow.call(this, pages);
  };
  Object.defineProperty(prototype, 'grow', { value: growWithin, writable: false, configurable: false });
}

/** Emscripten asks for this one binding while it loads, and the permission model has none. */
function lendConstants(): void {
  Object.defineProperty(process, 'binding', { value: () => ({ fs: constants }), configurable: true });
}

async function loadInterpreter(folder: string, snapshot: Uint8Array | null): Promise<PyodideAPI> {
  const url = pathToFileURL(join(folder, 'pyodide.mjs')).href;
  const { loadPyodide } = (await import(url)) as typeof Pyodide;
  const python = await loadPyodide({
    indexURL: folder,
    // What `import js` finds.
    jsglobals: Object.create(null) as object,
    // `_` would name this file.
    env: { HOME: '/home/pyodide', PYTHONINSPECT: '', _: 'python' },
    stdin: () => null,
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  });
  for (const name of HARNESS) {
    (python.FS as PythonFiles).writeFile(
      `/home/${name}.py`,
      readFileSync(join(import.meta.dirname, `${name}.py`)),
    );
  }
  return python;
}

/** Writes the memory of an interpreter that has loaded the harness and has run nothing else. */
async function makeSnapshot(folder: string): Promise<void> {
  const python = await loadInterpreter(folder, null);
  python.runPython('import sys; sys.path.append("/home"); import harness; harness.prepare(); del sys');
  const snapshot = Buffer.from(python.makeMemorySnapshot());
  writeOut(snapshot, () => exit(0));
}

function findHarness(
  python: PyodideAPI,
  limits: { memoryBytes: number; packages: string | null },
): Record<SandboxRequest['do'], PyCallable> {
  const { describe, call, run_block, start } = python.pyimport('harness') as Record<string, PyCallable>;
  if (!describe || !call || !run_block || !start) throw new Error('The harness is incomplete');
  start(stringify(limits));
  return { describe, call, run_block };
}

/** A sandbox with packages also has its worker's way to the web. */
function openToWorker(python: PyodideAPI, packagesFolder: string): void {
  const files = python.FS as unknown as PythonFiles;
  files.mkdirTree(PACKAGES);
  files.mount(files.filesystems.NODEFS, { root: packagesFolder }, PACKAGES);
  python.registerJsModule('_colloquy', { exchange });
}

async function serve(
  folder: string,
  memoryLimitBytes: number,
  snapshotBytes: number,
  packagesFolder: string | undefined,
): Promise<void> {
  const input = new Input(process.stdin);
  limitMemory(memoryLimitBytes);
  const python = await loadInterpreter(folder, await input.bytes(snapshotBytes));
  python.setStdout({ write: (bytes) => stdout.write(bytes) });
  python.setStderr({ write: (bytes) => stderr.write(bytes) });
  const packages = packagesFolder === undefined ? null : PACKAGES;
  if (packagesFolder !== undefined) openToWorker(python, packagesFolder);
  const harness = findHarness(python, { memoryBytes: memoryLimitBytes, packages });
  lockDown();
  answer({ kind: 'ready' });
  for (let line = await input.line(); line !== null; line = await input.line()) {
    const request = parse(line) as SandboxRequest;
    const limitBytes = 'maxBytes' in request ? request.maxBytes : 0;
    stdout.reset(limitBytes);
    stderr.reset(limitBytes);
    answer(await run(harness[request.do], line));
  }
  // Its worker is gone.
  exit(0);
}

async function run(task: PyCallable, request: string): Promise<SandboxAnswer> {
  const failure = Promise.withResolvers<never>();
  onBreak(failure.reject);
  try {
    const value: unknown = await Promise.race([task.callPromising(request), failure.promise]);
    if (typeof value !== 'string') throw new TypeError('It returned something other than a text');
    return { kind: 'done', value, stdout: stdout.text(), stderr: stderr.text() };
  } catch (error) {
    return describeBreak(error);
  }
}

function describeBreak(error: unknown): SandboxAnswer {
  const message = error instanceof Error ? error.message.slice(0, REASON_LENGTH) : 'unknown';
  return {
    kind: 'broken',
    exitCode: exitCodeOf(error),
    reason: isMemoryFull ? `it ran out of memory: its limit is ${memoryMib} MiB` : message,
    stdout: stdout.text(),
    stderr: stderr.text(),
  };
}

const [, , pyodideFolder, memoryLimitBytes, snapshotBytes, packagesFolder] = process.argv;
if (!pyodideFolder)
  throw new Error('Usage: child.ts <pyodide folder> [<memory limit> <snapshot’s size>, in bytes]');
lendConstants();
await (snapshotBytes
  ? serve(pyodideFolder, Number(memoryLimitBytes), Number(snapshotBytes), packagesFolder)
  : makeSnapshot(pyodideFolder));
