import { Problem } from '../problem.ts';

/**
 * The idempotency key was used before with another request (the status is that of the IETF draft of the
 * Idempotency-Key header).
 */
export function keyUsed(whatItDid: string): Problem {
  return new Problem({
    kind: 'key_used',
    status: 422,
    title: 'This idempotency key was already used for a different request',
    detail: `${whatItDid} This request was not carried out: send the first request again to get its answer, or send this one with another key.`,
  });
}
