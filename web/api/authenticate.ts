import type { Request } from 'express';
import { findTokenHolder, type TokenHolder } from '../app/data/tokens/findTokenHolder.server.ts';
import { addressOf } from '../http/clientAddress.ts';
import type { FailureLimit } from './failureLimit.ts';
import { Problem } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

/** The token in a request's Authorization header; empty if there is none. */
export function bearerToken(request: Request): string {
  return BEARER.exec(request.get('authorization') ?? '')?.[1] ?? '';
}

/**
 * The holder of the token in a request's Authorization header. Cookies are ignored, so a page of another site cannot
 * make a browser use the API. Throws a 401, or a 429 for an address with too many failed attempts.
 */
export async function authenticate(request: Request, failures: FailureLimit): Promise<TokenHolder> {
  const address = addressOf(request);
  const waitSeconds = failures.waitSeconds(address);
  if (waitSeconds > 0) {
    throw new Problem({
      kind: 'too_many_requests',
      status: 429,
      title: 'Too many requests with an invalid token',
      detail: `Wait ${String(waitSeconds)} seconds, then try again with a valid token.`,
      headers: { 'retry-after': String(waitSeconds) },
    });
  }
  const holder = await findTokenHolder(bearerToken(request));
  if (holder !== null) return holder;
  failures.note(address);
  throw new Problem({
    kind: 'unauthorized',
    status: 401,
    title: 'A valid token is required',
    detail:
      'Send the header `Authorization: Bearer colloquy_…`. Create a token on the page Settings → API tokens; if you sent one, it is wrong, revoked or expired.',
    headers: { 'www-authenticate': 'Bearer realm="colloquy"' },
  });
}
