import { setTimeout as delay } from 'node:timers/promises';

/** Those who use the app all the while. */
export interface Visitors {
  requests: () => number;
  /** The slowest answer so far. */
  slowestMs: () => number;
  /** Requests without an answer, or with one that says that the server failed. */
  troubles: string[];
  close: () => Promise<void>;
}

const PAUSE_MS = 150;

/** Asks for one thing after the other until it is closed; `next` gives the next request. */
export function sendVisitors(url: string, next: () => { path: string; init?: RequestInit }): Visitors {
  const troubles: string[] = [];
  let requests = 0;
  let slowestMs = 0;
  let isOver = false;

  async function visit(): Promise<void> {
    const { path, init = {} } = next();
    const began = performance.now();
    requests += 1;
    try {
      const answer = await fetch(url + path, { redirect: 'manual', ...init });
      await answer.arrayBuffer();
      if (answer.status >= 400) troubles.push(`${path} answered ${String(answer.status)}`);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
      troubles.push(`${path} was not answered: ${cause || String(error)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }

  async function visitOn(): Promise<void> {
    while (!isOver) {
      await visit();
      await delay(PAUSE_MS);
    }
  }

  const visiting = visitOn();
  return {
    ...{ requests: () => requests, slowestMs: () => slowestMs, troubles },
    close: async () => {
      isOver = true;
      await visiting;
    },
  };
}
