import { createHash, randomUUID } from 'node:crypto';

/** The id of what is handed in: the same for the same person, subject and key, so that a repeat is one. */
export function submissionIdOf(userId: string, subject: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomUUID();
  const hash = createHash('sha256')
    .update(JSON.stringify([userId, subject, idempotencyKey]))
    .digest();
  // RFC 9562, version 8: sixteen bytes of one's own making.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
