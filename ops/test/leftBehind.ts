import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Some processes take a moment to end after their test has ended. */
const GRACE_MS = 15_000;

/**
 * Orphans that run in a folder, by process id, each with its command line; not the shell that runs us, which may have lost its
 * parent meanwhile. Only Linux can tell.
 */
export function orphansIn(folder: string): Map<number, string> {
  const found = new Map<number, string>();
  const ancestors = ancestorsOf(String(process.pid));
  for (const name of processes()) {
    try {
      if (ancestors.has(name) || parentOf(name) !== 1 || readlinkSync(`/proc/${name}/cwd`) !== folder)
        continue;
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

function ancestorsOf(pid: string): Set<string> {
  const found = new Set<string>();
  try {
    for (let parent = parentOf(pid); parent > 1; parent = parentOf(String(parent))) found.add(String(parent));
  } catch {
    // It has ended meanwhile, so it is nobody's parent any more.
  }
  return found;
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
