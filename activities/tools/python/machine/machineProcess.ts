import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { CallRequest } from '../sandbox/protocol.ts';
import { SandboxEnded } from '../sandboxEnded.ts';

/** What one call may take of the machine. */
export interface MachineLimits {
  memoryBytes: number;
  cpuSeconds: number;
  /** The largest file that it may write. */
  fileBytes: number;
  /** Processes and threads at a time. */
  processes: number;
}

export interface MachineCall {
  /** The interpreter that runs it. */
  python: string;
  request: CallRequest;
  limits: MachineLimits;
  /** Folders that it must not see. */
  hidden: readonly string[];
  timeoutMs: number;
  maxAnswerBytes: number;
  signal: AbortSignal;
}

const MIB = 1024 * 1024;
const FILES = ['../sandbox/harness.py', '../sandbox/toolArguments.py', 'run.py'] as const;
/** For the worker's machine only: its own processes see neither. */
const PATH = '/usr/local/bin:/usr/bin:/bin';

const saidSchema = z.union([
  z.object({ value: z.string() }),
  z.object({ refused: z.string() }),
  z.object({ ended: z.enum(['memory', 'processes']) }),
  z.object({ ended: z.literal('signal'), signal: z.number() }),
]);

/**
 * Runs a call in a separate process with its own temporary folder, and kills it with all processes that it started.
 * Returns what the harness prints. Rejects with SandboxEnded, or with the signal's reason.
 */
export async function callOnMachine(call: MachineCall): Promise<string> {
  call.signal.throwIfAborted();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'colloquy-tool-')));
  try {
    for (const file of FILES) {
      await copyFile(join(import.meta.dirname, file), join(folder, file.split('/').at(-1) ?? file));
    }
    const { request, limits, hidden } = call;
    await writeFile(join(folder, 'request.json'), JSON.stringify({ call: request, limits, hidden }), {
      mode: 0o600,
    });
    return await run(call, folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function run(call: MachineCall, folder: string): Promise<string> {
  const { python, limits, timeoutMs, maxAnswerBytes, signal } = call;
  const child = spawn(python, ['-I', '-B', join(folder, 'run.py'), 'start', String(process.pid)], {
    cwd: folder,
    env: { PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = Promise.withResolvers<SandboxEnded | null>();
  let said = '';
  // With the process that was started all others end: it is the parent of their world.
  const end = (how: SandboxEnded | null) => {
    ended.resolve(how);
    child.kill('SIGKILL');
  };
  const wire = child.stdio[3] as Readable;
  wire.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.length > maxAnswerBytes) {
      end(new SandboxEnded('answer_too_large', `It wrote more than ${String(maxAnswerBytes)} bytes`));
    }
  });
  wire.on('error', () => end(null));
  child.on('error', (error) => end(new SandboxEnded('exited', `Python can't be started: ${error.message}`)));
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.once('close', () => ended.resolve(null));
  const timer = setTimeout(
    () => end(new SandboxEnded('time_limit', `It took longer than ${String(timeoutMs / 1000)} s`)),
    timeoutMs,
  );
  const abort = () => end(null);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const how = await ended.promise;
    if (child.pid !== undefined) await closed;
    signal.throwIfAborted();
    if (how !== null) throw how;
    return valueOf(said, limits, child.exitCode);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** The last valid line counts: output of the tool itself may precede it. */
function valueOf(said: string, limits: MachineLimits, exitCode: number | null): string {
  const lines = said.split('\n').flatMap((line) => {
    const parsed = saidSchema.safeParse(parsedJson(line));
    return parsed.success ? [parsed.data] : [];
  });
  const last = lines.at(-1);
  if (last === undefined) throw new SandboxEnded('exited', `It ended its interpreter (${String(exitCode)})`);
  if ('value' in last) return last.value;
  if ('refused' in last) {
    throw new SandboxEnded(
      'exited',
      `The machine's Python can't be isolated from the worker: ${last.refused}. This needs Linux with user ` +
        'namespaces (in a container: --security-opt seccomp=unconfined)',
    );
  }
  throw new SandboxEnded(last.ended === 'memory' ? 'memory_limit' : 'exited', endInWords(last, limits));
}

function endInWords(
  last: { ended: 'memory' | 'processes' } | { ended: 'signal'; signal: number },
  { memoryBytes, processes, cpuSeconds }: MachineLimits,
): string {
  switch (last.ended) {
    case 'memory':
      return `It ran out of memory: its limit is ${String(memoryBytes / MIB)} MiB`;
    case 'processes':
      return `It exceeded its limit of ${String(processes)} processes and threads`;
    case 'signal':
      return `It was ended by signal ${String(last.signal)}; its limit is ${String(cpuSeconds)} s of processor time`;
  }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
