import { createHash } from 'node:crypto';

/**
 * SHA-256, in hex, of a request's content. It is stored beside the idempotency key, to tell a repeat from another
 * request under the same key. `meaning` is plain JSON whose fields the caller writes in a fixed order.
 */
export function requestDigest(meaning: unknown): string {
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex');
}

/**
 * Whether a request equals the first one sent with its key. Requests from before digests were stored count as
 * equal.
 */
export function isSameRequest(first: string | null, repeated: string): boolean {
  return first === null || first === repeated;
}
