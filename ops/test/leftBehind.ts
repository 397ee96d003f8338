import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Some processes take a moment to end after their test has ended. */
const GRACE_MS = 15_000;

/** Orphans that run in a folder, by process id, each with its command line. Only Linux can tell. */
export function orphansIn(folder: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of processes()) {
    try {
      if (parentOf(name) !== 1 || readlinkSync(`/proc/${name}/cwd`) !== folder) continue;
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (command !== '') found.set(Number(name), command);
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
    }
  }
  return found;
}

/** Waits for the orphans that were not there before to end, and returns those that do not. */
export async function leftBehind(
  folder: string,
  before: ReadonlyMap<number, string>,
  graceMs = GRACE_MS,
): Promise<Map<number, string>> {
  const deadlineMs = Date.now() + graceMs;
  for (;;) {
    const left = new Map([...orphansIn(folder)].filter(([pid]) => !before.has(pid)));
    if (left.size === 0 || Date.now() > deadlineMs) return left;
    await delay(200);
  }
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
