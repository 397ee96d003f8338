import { randomUUID } from 'node:crypto';
import { contentUuid } from '../../../../platform/contentUuid.ts';

/** A submission's id: the same for the same person, subject and key, so that repeats are recognised. */
export function submissionIdOf(userId: string, subject: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomUUID();
  return contentUuid(JSON.stringify([userId, subject, idempotencyKey]));
}
