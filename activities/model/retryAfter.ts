import { LONGEST_WAIT_MS, readWait } from '../../workflows/domain/waitAsked.ts';

/** How long a provider asks to wait: `retry-after-ms`, or `Retry-After` in one of its forms. Null where it does not say. */
export function readRetryAfter(headers: Headers | undefined, nowMs: number): number | null {
  const ms = Number(headers?.get('retry-after-ms') || Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return Math.min(ms, LONGEST_WAIT_MS);
  return readWait(headers?.get('retry-after'), nowMs);
}
