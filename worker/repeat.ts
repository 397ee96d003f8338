import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../platform/logger.ts';

/** Does something over and over with a pause between; an error is logged and the next round tried. */
export function repeatEvery(
  pauseMs: number,
  logger: Logger,
  round: () => Promise<void>,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await round().catch((error: unknown) => {
        logger.warn({ err: error }, 'round failed');
      });
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
