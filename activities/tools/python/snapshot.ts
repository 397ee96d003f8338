import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { messageOf } from '../causes.ts';
import { startSandboxChild } from './sandboxChild.ts';
import { SandboxEnded } from './sandboxEnded.ts';

const CPU_SECONDS = 60;

let shared: Promise<Buffer> | null = null;

/**
 * What every interpreter of this process starts from, some 30 MB: the same for all pools, as no call has touched it. Where
 * it could not be made, the next call tries again.
 */
export function sharedSnapshot(): Promise<Buffer> {
  shared ??= makeSnapshot().catch((error: unknown) => {
    shared = null;
    throw error;
  });
  return shared;
}

/** The memory of an interpreter that has loaded the harness and has run nothing else. Rejects with SandboxEnded. */
export async function makeSnapshot(): Promise<Buffer> {
  const child = startSandboxChild(CPU_SECONDS, null);
  child.stdin.end();
  const [snapshot, diagnosis] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close').catch((error: unknown) => {
      throw new SandboxEnded('exited', messageOf(error));
    }),
  ]);
  if (child.exitCode !== 0) throw new SandboxEnded('exited', diagnosis.trim().slice(-1_000));
  return snapshot;
}
