import { Problem } from '../problem.ts';

/** The idempotency key came before, with another request (as the IETF's draft on the Idempotency-Key header has it). */
export function keyUsed(whatItDid: string): Problem {
  return new Problem({
    kind: 'key_used',
    status: 422,
    title: 'This idempotency key was used before, with another request',
    detail: `${whatItDid} Nothing was done now: send the first request again to get its answer, or this one with another key.`,
  });
}
