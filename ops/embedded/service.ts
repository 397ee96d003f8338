import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from './network.ts';

/** How to run a process that provides a service to others. */
export interface ServiceOptions {
  /** Its name in messages. */
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  /** Where it runs; by default where this process does. */
  cwd?: string;
  /** Receives its output; the end is shown if the process fails. */
  logFile: string;
  /** Whether it is ready for use. */
  isReady: () => Promise<boolean>;
  startTimeoutMs?: number;
}

/** A running process that provides a service to others. */
export interface Service {
  name: string;
  pid: number;
  /** Resolves when it has ended in any way. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to end (SIGTERM), kills it after `graceMs`, and resolves when it has ended. */
  stop: (graceMs?: number) => Promise<void>;
}

/** Starts a process and resolves when it is ready; rejects with the end of its log if it dies first. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, options.args, {
    env: { ...process.env, ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    stdio: ['ignore', log, log],
    // In its own process group: Ctrl-C reaches only the launcher, which then stops everything in order.
    detached: true,
  });
  closeSync(log);
  const ended = new AbortController();
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', (error) => {
      ended.abort(new Error(`${options.name} could not be started: ${error.message}`));
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => {
      ended.abort(
        new Error(
          `${options.name} ended immediately after its start. The end of its log:\n${lastLines(options.logFile)}`,
        ),
      );
      resolve({ code, signal });
    });
  });
  const stop = async (graceMs = 10_000): Promise<void> => {
    child.kill('SIGTERM');
    await Promise.race([exited, delay(graceMs, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await exited;
  };
  try {
    await waitUntil(options.isReady, {
      what: options.name,
      timeoutMs: options.startTimeoutMs ?? 60_000,
      signal: ended.signal,
    });
    // The answer must come from this process, not from another one on the same port.
    ended.signal.throwIfAborted();
  } catch (error) {
    await stop(1_000);
    throw error;
  }
  return { name: options.name, pid: child.pid ?? 0, exited, stop };
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
