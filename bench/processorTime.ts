import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from '../platform/database.ts';

/** What Linux counts processes' time in: a hundred ticks a second. */
const TICK_MS = 10;

/** Processor time of each connection to a database so far, in milliseconds, by its process's id. */
export type DatabaseTime = ReadonlyMap<number, number>;

/**
 * Null where the server's processes can't be seen: on another machine, in an embedded database, or not on Linux.
 */
export async function databaseTime(database: Database): Promise<DatabaseTime | null> {
  const backends = await database.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  try {
    return new Map(
      backends.map(({ pid }) => [
        pid,
        Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      ]),
    );
  } catch {
    return null;
  }
}

/** What was used between two looks, as far as connections that are still open know. */
export function databaseMs(before: DatabaseTime | null, after: DatabaseTime | null): number | null {
  if (before === null || after === null) return null;
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}

/** Processor time so far of a process with all its threads, in milliseconds; null where it is not on Linux. */
export function processMs(pid: number): number | null {
  return timesOf(pid)?.ownMs ?? null;
}

/** The process that has started this one; null where it is not on Linux. */
export function parentOf(pid: number): number | null {
  return timesOf(pid)?.parent ?? null;
}

/** Processor time so far of a whole PostgreSQL server with all its databases, by its first process. */
export function serverMs(server: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.map((pid) => timesOf(Number(pid))).filter((times) => times?.parent === server);
  return children.reduce((sum, times) => sum + (times?.ownMs ?? 0), timesOf(server)?.endedMs ?? 0);
}

interface Times {
  parent: number;
  ownMs: number;
  /** Of its children that have ended. */
  endedMs: number;
}

/** Undefined: it has ended, or is not on Linux. */
function timesOf(pid: number): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // After the command's name, which may contain spaces: the parent is the 4th field, user time the 14th, system time the 15th,
    // then the same two of children.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const of = (field: number) => fields[field - 3] ?? 0;
    return { parent: of(4), ownMs: (of(14) + of(15)) * TICK_MS, endedMs: (of(16) + of(17)) * TICK_MS };
  } catch {
    return undefined;
  }
}

/** Resident memory of a process in MiB: the current and the peak value. As reported by Linux; elsewhere it fails. */
export function memoryMiB(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const read = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024);
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
