import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { messageOf } from '../causes.ts';
import { startSandboxChild } from './sandboxChild.ts';
import { SandboxEnded } from './sandboxProcess.ts';

const CPU_SECONDS = 60;

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
