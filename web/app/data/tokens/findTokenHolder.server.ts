import { hashApiToken } from '../../../../platform/apiToken.ts';
import { services } from '../../services.server.ts';
import { type ProjectScope, scopeOfMembership } from '../accounts/projectScope.server.ts';

/** Who a token speaks for, and in which project. */
export interface TokenHolder {
  tokenId: string;
  userId: string;
  scope: ProjectScope;
}

const USE_IS_NOTED_EVERY_MS = 60_000;

/**
 * Finds a token that counts: not revoked, not run out, its person still a member. One indexed look-up by hash, whatever
 * was sent. Notes when it was used, once a minute at most.
 */
export async function findTokenHolder(token: string): Promise<TokenHolder | null> {
  const { database } = services();
  const now = new Date();
  const [row] = await database.$queryRaw<
    { id: string; userId: string; projectId: string; lastUsedAt: Date | null }[]
  >`
    SELECT t.id, t.user_id AS "userId", t.project_id AS "projectId", t.last_used_at AS "lastUsedAt"
    FROM api_token t
    JOIN membership m ON m.project_id = t.project_id AND m.user_id = t.user_id
    WHERE t.token_sha256 = ${hashApiToken(token)} AND t.revoked_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > ${now})`;
  if (row === undefined) return null;
  const { id, userId, projectId, lastUsedAt } = row;
  const noted = lastUsedAt?.getTime() ?? 0;
  if (now.getTime() - noted > USE_IS_NOTED_EVERY_MS) {
    await database.apiToken.updateMany({ where: { id, projectId }, data: { lastUsedAt: now } });
  }
  return { tokenId: id, userId, scope: scopeOfMembership({ projectId }) };
}
