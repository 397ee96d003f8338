import { createHash } from 'node:crypto';
import type { Transaction } from '../../../../platform/database.ts';
import { DEFAULT_PROJECT } from './defaultProject.ts';

/**
 * The identifier of a one-time link's row in better-auth's verification table. The row's value is a hash, never
 * the token.
 */
const OWNER_LINK = 'owner-link';

export type OwnerLinkState = 'valid' | 'owner_exists' | 'invalid';

/** The conditions that find a token's link if it is still valid. */
function linkOf(token: string, now: Date) {
  const value = createHash('sha256').update(token).digest('hex');
  return { identifier: OWNER_LINK, value, expiresAt: { gt: now } };
}

/** Whether a token is valid now. */
export async function readOwnerLink(
  database: Transaction,
  token: string,
  now: Date,
): Promise<OwnerLinkState> {
  if (await hasOwner(database)) return 'owner_exists';
  const count = await database.verification.count({ where: linkOf(token, now) });
  return count > 0 ? 'valid' : 'invalid';
}

/** Consumes a link: returns true for exactly one caller. */
export async function consumeOwnerLink(database: Transaction, token: string, now: Date): Promise<boolean> {
  const { count } = await database.verification.deleteMany({ where: linkOf(token, now) });
  return count > 0;
}

export async function hasOwner(database: Transaction): Promise<boolean> {
  const owners = await database.membership.count({
    where: { role: 'owner', project: { slug: DEFAULT_PROJECT.slug } },
  });
  return owners > 0;
}
