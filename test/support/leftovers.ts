import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where tests store what outlives one run: logs, the database's snapshot, process ids. */
export const TEST_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/colloquy-test', import.meta.url));

const PIDS_FOLDER = join(TEST_FOLDER, 'pids');

interface Entry {
  pid: number;
  /** The process on whose behalf this one runs; once it is gone, this one is left over. */
  owner: number;
}

/** Records a process that this one started, so that the next run can end it if this one is killed. */
export function noteProcess(pid: number): void {
  mkdirSync(PIDS_FOLDER, { recursive: true });
  const entry: Entry = { pid, owner: process.pid };
  writeFileSync(join(PIDS_FOLDER, String(pid)), JSON.stringify(entry));
}

/** Removes the record: the process has ended. */
export function forgetProcess(pid: number): void {
  rmSync(join(PIDS_FOLDER, String(pid)), { force: true });
}

/**
 * Ends leftover processes of test runs that were killed. A process id may belong to another program by now: only our
 * own processes are ended.
 */
export function endLeftovers(): void {
  mkdirSync(PIDS_FOLDER, { recursive: true });
  for (const name of readdirSync(PIDS_FOLDER)) {
    const { pid, owner } = JSON.parse(readFileSync(join(PIDS_FOLDER, name), 'utf8')) as Entry;
    if (isAlive(owner)) continue;
    if (isOurs(pid)) process.kill(pid, 'SIGKILL');
    forgetProcess(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isOurs(pid: number): boolean {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return ['databaseServer.ts', 'start-dev', 'temporal-on-postgresql'].some((part) =>
      commandLine.includes(part),
    );
  } catch {
    return false;
  }
}
