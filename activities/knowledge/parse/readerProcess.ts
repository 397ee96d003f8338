import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { inMiB, type ParseLimits } from './limits.ts';
import type { ReaderTask } from './protocol.ts';
import { RefusedDocument } from './refusedDocument.ts';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const ROOT = join(import.meta.dirname, '../../..');
const MEMORY_CHECK_MS = 100;
const DIAGNOSIS_CHARACTERS = 8_192;

/**
 * Lets a process of its own read a document, and returns the line that it answers. The process has no environment, may read
 * our own code alone and write nothing, and is ended at each of the limits. Throws RefusedDocument; where `signal` aborts,
 * its reason.
 */
export async function runReader(
  task: ReaderTask,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const { limits } = task;
  const child = startReader(limits);
  const refused = Promise.withResolvers<never>();
  const end = (reason: unknown) => {
    refused.reject(reason);
    child.kill('SIGKILL');
  };
  const abort = () => end(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => end(tooSlow(limits)), limits.timeoutMs);
  const watch = setInterval(() => void endWhenTooLarge(child, limits, end), MEMORY_CHECK_MS);
  try {
    const answered = answerOf(child, limits, end);
    // Whichever fails first says why; the other's failure follows from it.
    await Promise.race([refused.promise, Promise.all([give(child, task, bytes), answered])]);
    return await answered;
  } finally {
    child.kill('SIGKILL');
    clearTimeout(timer);
    clearInterval(watch);
    signal.removeEventListener('abort', abort);
  }
}

function startReader({ heapMiB, timeoutMs }: ParseLimits): Child {
  const command = [
    process.execPath,
    '--permission',
    ...['node_modules/', 'activities/knowledge/', 'workflows/domain/', 'package.json'].map(
      (path) => `--allow-fs-read=${join(ROOT, path)}`,
    ),
    // Versions that lie side by side may share the packages by a link.
    `--allow-fs-read=${realpathSync(join(ROOT, 'node_modules'))}/`,
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${String(heapMiB)}`,
    '--no-warnings',
    join(import.meta.dirname, 'readerChild.ts'),
  ];
  // The shell sets the limits that Node can't: processor time, no core dump.
  const script = `ulimit -t ${String(Math.ceil(timeoutMs / 1_000))} && ulimit -c 0 && exec "$@"`;
  return spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    // `NODE_ENV` is part of the environment's type and of no use here.
    env: {} as NodeJS.ProcessEnv,
    cwd: '/',
    stdio: 'pipe',
  });
}

/** Sends the task and the bytes, as fast as the process takes them. */
async function give(child: Child, task: ReaderTask, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const { mostBytes } = task.limits;
  // Writing to a process that has just ended: its end is what counts.
  child.stdin.on('error', () => child.stdin.destroy());
  child.stdin.write(`${JSON.stringify(task)}\n`);
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > mostBytes) throw tooLarge(mostBytes);
    if (child.stdin.destroyed) return;
    if (!child.stdin.write(part)) await drained(child);
  }
  child.stdin.end();
}

function drained(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.stdin.once('drain', resolve);
    child.stdin.once('close', resolve);
  });
}

function answerOf(child: Child, limits: ParseLimits, end: (reason: unknown) => void): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  let diagnosis = '';
  const answer = Promise.withResolvers<string>();
  child.stdout.on('data', (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size > limits.mostAnswerBytes) end(tooMuchText());
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    diagnosis = (diagnosis + text).slice(-DIAGNOSIS_CHARACTERS);
  });
  child.on('error', (error) => answer.reject(error));
  child.on('close', (code, killedBy) => {
    if (code === 0) answer.resolve(Buffer.concat(parts).toString('utf8'));
    else answer.reject(endedBy(killedBy, diagnosis, limits));
  });
  return answer.promise;
}

function endedBy(killedBy: NodeJS.Signals | null, diagnosis: string, limits: ParseLimits): Error {
  if (/heap out of memory|Array buffer allocation failed/i.test(diagnosis)) return tooMuchMemory(limits);
  if (killedBy === 'SIGXCPU') return tooSlow(limits);
  if (killedBy === 'SIGKILL') return tooMuchMemory(limits);
  return new Error(`The reader of documents ended by itself: ${killedBy ?? diagnosis.trim()}`);
}

/** Linux alone tells this; elsewhere the limit of the heap holds by itself. */
async function endWhenTooLarge(
  child: Child,
  limits: ParseLimits,
  end: (reason: unknown) => void,
): Promise<void> {
  if (process.platform !== 'linux' || child.pid === undefined || child.exitCode !== null) return;
  const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8').catch(() => '');
  const residentKib = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  if (residentKib * 1_024 > limits.residentBytes) end(tooMuchMemory(limits));
}

/** A document that is over the limit of its size. */
export function tooLarge(mostBytes: number): RefusedDocument {
  return new RefusedDocument(
    'too_large',
    `It has more than ${inMiB(mostBytes)}. Split it, or leave out its pictures.`,
  );
}

function tooSlow({ timeoutMs }: ParseLimits): RefusedDocument {
  return new RefusedDocument(
    'too_slow',
    `Reading it took longer than ${String(timeoutMs / 1_000)} s. Split it and bring its parts.`,
  );
}

function tooMuchMemory({ residentBytes }: ParseLimits): RefusedDocument {
  return new RefusedDocument(
    'too_much_memory',
    `Reading it took more memory than the ${inMiB(residentBytes)} that a document may take. Split it and bring its parts.`,
  );
}

function tooMuchText(): RefusedDocument {
  return new RefusedDocument('too_much_text', 'It has too much text. Split it into several documents.');
}
