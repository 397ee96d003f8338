import { readFileSync } from 'node:fs';
import { mainThreadMs } from './processorTime.ts';

/**
 * How long an attack may delay other people. The aim is 500 ms; a processor shared by two processes is half as fast.
 * (Before, these attacks caused delays of minutes, or endless ones.)
 */
export const HELD_UP_MS = 2 * 500;

/** Another person's requests, one after another, until they are stopped. */
export interface Bystander {
  /** Returns the longest delay in milliseconds; throws if a request was not answered properly. */
  stop: () => Promise<number>;
}

/**
 * Starts sending requests to that process; each has to be answered with 200. A request's delay is measured as the
 * processor time that the process's main thread used meanwhile, not as wall-clock time, so that a machine busy with
 * other things does not increase it.
 */
export function askBeside(pid: number, requests: readonly (() => Promise<Response>)[]): Bystander {
  let isOver = false;
  const asking = (async () => {
    let heldUpMs = 0;
    do {
      for (const request of requests) {
        const before = mainThreadMs(pid);
        const response = await request();
        await response.text();
        heldUpMs = Math.max(heldUpMs, mainThreadMs(pid) - before);
        if (response.status !== 200) throw new Error(`${response.url} answered ${String(response.status)}`);
      }
    } while (!isOver);
    return heldUpMs;
  })();
  // The failure is seen by the caller that stops it later.
  asking.catch(() => undefined);
  return {
    stop: () => {
      isOver = true;
      return asking;
    },
  };
}

/** Resident memory of a process, in MB. */
export function residentMb(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}
