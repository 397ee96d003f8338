import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplayVerdict } from '../workflows/domain/replay/verdict.ts';
import { askChild, type Child } from './askChild.ts';
import { mostMib, REPLAY_LIMITS, type ReplayLimits } from './limits.ts';
import type { ReplayTask } from './protocol.ts';
import { refused } from './refusedHistory.ts';

/** A history to be replayed. */
export interface HistoryToReplay extends Pick<ReplayTask, 'form'> {
  /** Null: they are more than the limits allow, and have not been kept. */
  bytes: Uint8Array | null;
}

/** A process that replays one history after another. */
export interface ReplayProcess {
  /**
   * Replays a history against today's workflow code. One at a time; after a limit was reached, the next one has a new process. Rejects if the process
   * ends by itself or answers nonsense; the next one has a new process then too.
   */
  replay: (history: HistoryToReplay) => Promise<ReplayVerdict>;
  close: () => void;
}

const ROOT = join(import.meta.dirname, '..');

/** Starts it with the first history. It has no environment, reads our own code alone and writes nothing; where `signal` aborts, it is ended. */
export function createReplayProcess(
  signal: AbortSignal,
  limits: ReplayLimits = REPLAY_LIMITS,
): ReplayProcess {
  let child: Child | null = null;
  const close = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  signal.addEventListener('abort', close, { once: true });
  return {
    replay: async ({ form, bytes }) => {
      signal.throwIfAborted();
      if (bytes === null || bytes.length > limits.mostBytes) return refused('too_large', mostMib(limits));
      if (child === null || child.exitCode !== null || child.signalCode !== null) child = startChild(limits);
      let isSpent = true;
      try {
        const answered = await askChild(child, { form, bytes }, limits, signal);
        ({ isSpent } = answered);
        return answered.verdict;
      } finally {
        if (isSpent) close();
      }
    },
    close: () => {
      signal.removeEventListener('abort', close);
      close();
    },
  };
}

function startChild({ heapMiB }: ReplayLimits): Child {
  const command = [
    process.execPath,
    '--permission',
    // The SDK's core is an addon.
    '--allow-addons',
    ...['node_modules/', 'dist/', 'replay/', 'workflows/', 'package.json'].map(
      (path) => `--allow-fs-read=${join(ROOT, path)}`,
    ),
    // Versions that lie side by side may share the packages by a link.
    `--allow-fs-read=${realpathSync(join(ROOT, 'node_modules'))}/`,
    `--max-old-space-size=${String(heapMiB)}`,
    '--no-warnings',
    join(import.meta.dirname, 'replayChild.ts'),
  ];
  // The shell sets the limit that Node can't: no core dump.
  const child = spawn('/bin/sh', ['-c', 'ulimit -c 0 && exec "$@"', 'sh', ...command], {
    // `NODE_ENV` is part of the environment's type and of no use here.
    env: {} as NodeJS.ProcessEnv,
    cwd: '/',
    stdio: 'pipe',
  });
  // Writing to a process that has just ended: its end is what counts.
  child.stdin.on('error', () => child.stdin.destroy());
  return child;
}
