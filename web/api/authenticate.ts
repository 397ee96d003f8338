import type { Request } from 'express';
import { findTokenHolder, type TokenHolder } from '../app/data/tokens/findTokenHolder.server.ts';
import type { FailureLimit } from './failureLimit.ts';
import { Problem } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

/** The token in a request's Authorization header; empty where there is none. */
export function bearerToken(request: Request): string {
  return BEARER.exec(request.get('authorization') ?? '')?.[1] ?? '';
}

/**
 * Whose token a request carries in its Authorization header; cookies count for nothing here, so no other site's page can
 * make a browser use the API. Throws the 401, or the 429 of an address that has tried too often.
 */
export async function authenticate(request: Request, failures: FailureLimit): Promise<TokenHolder> {
  const address = request.ip ?? '';
  const waitSeconds = failures.waitSeconds(address);
  if (waitSeconds > 0) {
    throw new Problem({
      kind: 'too_many_requests',
      status: 429,
      title: 'Too many tokens that do not count',
      detail: `Wait ${String(waitSeconds)} seconds, then try again with a token that counts.`,
      headers: { 'retry-after': String(waitSeconds) },
    });
  }
  const holder = await findTokenHolder(bearerToken(request));
  if (holder !== null) return holder;
  failures.note(address);
  throw new Problem({
    kind: 'unauthorized',
    status: 401,
    title: 'No token that counts',
    detail:
      'Send the header `Authorization: Bearer colloquy_…`. Tokens are made on the page Settings → API tokens; this one may have been revoked or have run out.',
    headers: { 'www-authenticate': 'Bearer realm="colloquy"' },
  });
}
