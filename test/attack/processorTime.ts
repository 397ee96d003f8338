import { readFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** Processor time that all threads of a process have used so far. */
export function processorMs(pid: number): number {
  return usedMs(`/proc/${String(pid)}/stat`);
}

/**
 * Processor time that a Node process has used so far in the thread that serves everybody: what passes between two looks
 * at it is what one waits for another at most, however busy the machine is.
 */
export function mainThreadMs(pid: number): number {
  return usedMs(`/proc/${String(pid)}/task/${String(pid)}/stat`);
}

function usedMs(file: string): number {
  const line = readFileSync(file, 'utf8');
  // The name of the program stands in parentheses and may hold anything; user and system time are 12th and 13th after it.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
