import { readFileSync } from 'node:fs';
import { mainThreadMs } from './processorTime.ts';

/**
 * What anybody else may be held up by an attack: the aim is 500 ms, and a processor that two work on at once is half as fast.
 * (Before, these attacks took minutes, or for ever.)
 */
export const HELD_UP_MS = 2 * 500;

/** Somebody else's requests, one after another, until they are told to stop. */
export interface Bystander {
  /** How long the one that was held up the longest was, in milliseconds; throws where one was not answered well. */
  stop: () => Promise<number>;
}

/**
 * Begins to ask that process; each request has to be answered with 200. How long one was held up is measured in what the
 * process's main thread worked meanwhile, not on the clock: a machine that is busy with other things makes that no more.
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
  // Whoever stops it later sees it fail then.
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
