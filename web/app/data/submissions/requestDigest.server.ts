import { createHash } from 'node:crypto';

/**
 * SHA-256, in hex, of what a request asks for: kept beside its idempotency key, to tell a repeat from another request
 * under the same key. The meaning is plain JSON whose fields the caller writes in one order.
 */
export function requestDigest(meaning: unknown): string {
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex');
}

/** Whether a request is the one that its key was first sent with; one from before digests were kept is taken for it. */
export function isSameRequest(first: string | null, repeated: string): boolean {
  return first === null || first === repeated;
}
