import type { Client } from '@temporalio/client';
import { TemporalSilentError } from '../../../../platform/temporalAway.ts';

/**
 * Asks Temporal something, for at most this long. A deadline alone is not enough: a client that is not connected
 * yet waits for its connection first.
 */
export async function askTemporal<Answer>(
  temporal: Client,
  timeoutMs: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TemporalSilentError(`no answer within ${String(timeoutMs)} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([temporal.withDeadline(Date.now() + timeoutMs, ask), silence]);
  } finally {
    clearTimeout(timer);
  }
}
