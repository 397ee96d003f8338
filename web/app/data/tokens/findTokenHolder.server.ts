import { z } from 'zod';
import { hashApiToken } from '../../../../platform/apiToken.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import { type ProjectScope, scopeOfMembership } from '../accounts/projectScope.server.ts';

/** Whose token it is, and for which project. */
export interface TokenHolder {
  tokenId: string;
  userId: string;
  /** Whether the person owns the project. */
  isOwner: boolean;
  scope: ProjectScope;
}

const tokenRow = z.object({
  id: z.string(),
  userId: z.string(),
  projectId: z.string(),
  isOwner: z.boolean(),
  lastUsedAt: z.date().nullable(),
});

const USE_IS_NOTED_EVERY_MS = 60_000;

/**
 * Finds a valid token: not revoked, not expired, its person still a member. One indexed look-up by hash for any
 * input. Records the time of use at most once a minute.
 */
export async function findTokenHolder(token: string): Promise<TokenHolder | null> {
  const { database } = services();
  const now = new Date();
  const [row] = await queryRows(
    database,
    sql`
    SELECT t.id, t.user_id AS "userId", t.project_id AS "projectId", t.last_used_at AS "lastUsedAt",
           m.role = 'owner' AS "isOwner"
    FROM api_token t
    JOIN membership m ON m.project_id = t.project_id AND m.user_id = t.user_id
    WHERE t.token_sha256 = ${hashApiToken(token)} AND t.revoked_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > ${now})`,
    tokenRow,
  );
  if (row === undefined) return null;
  const { id, userId, projectId, lastUsedAt, isOwner } = row;
  const noted = lastUsedAt?.getTime() ?? 0;
  if (now.getTime() - noted > USE_IS_NOTED_EVERY_MS) {
    await database.apiToken.updateMany({ where: { id, projectId }, data: { lastUsedAt: now } });
  }
  return { tokenId: id, userId, isOwner, scope: scopeOfMembership({ projectId }) };
}
