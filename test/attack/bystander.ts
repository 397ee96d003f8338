import { readFileSync } from 'node:fs';

/**
 * The longest that anybody else may wait beside an attack, over what they wait on a quiet process: the aim is 500 ms, and
 * a machine that is busy with other tests makes it many times as long. (Before, these attacks took minutes, or for ever.)
 */
export const LONGEST_WAIT_MS = 20 * 500;

/** Somebody else's requests, one after another, until they are told to stop. */
export interface Bystander {
  /** How long the slowest has waited, in milliseconds; throws where one was not answered well. */
  stop: () => Promise<number>;
}

/** Begins to ask; each request has to be answered with 200. */
export function askBeside(requests: readonly (() => Promise<Response>)[]): Bystander {
  let isOver = false;
  const asking = (async () => {
    let slowestMs = 0;
    do {
      for (const request of requests) {
        const startedAt = performance.now();
        const response = await request();
        await response.text();
        slowestMs = Math.max(slowestMs, performance.now() - startedAt);
        if (response.status !== 200) throw new Error(`${response.url} answered ${String(response.status)}`);
      }
    } while (!isOver);
    return slowestMs;
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
