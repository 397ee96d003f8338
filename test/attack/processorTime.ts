import { readFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** The processor time that all threads of a process have used so far. */
export function processorMs(pid: number): number {
  return usedMs(`/proc/${String(pid)}/stat`);
}

/**
 * The processor time that a Node process has used so far in its main thread, which serves everybody. The difference
 * between two readings is the longest that one request can have waited for another, however busy the machine is.
 */
export function mainThreadMs(pid: number): number {
  return usedMs(`/proc/${String(pid)}/task/${String(pid)}/stat`);
}

function usedMs(file: string): number {
  const line = readFileSync(file, 'utf8');
  // The program's name is in parentheses and may contain anything; user and system time are the 12th and 13th fields
  // after it.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
