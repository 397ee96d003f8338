import { newApiToken } from '../../../../platform/apiToken.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { containing, type ListRequest, readListPage } from '../lists/listPage.ts';

/** A page of a person's active tokens in the project, newest first. */
export async function listApiTokens({ projectId }: ProjectScope, userId: string, request: ListRequest) {
  const { apiToken } = services().database;
  const { search } = request;
  const where = {
    projectId,
    userId,
    revokedAt: null,
    ...(search === '' ? {} : { name: containing(search) }),
  };
  return readListPage(request, {
    count: () => apiToken.count({ where }),
    rows: (part) =>
      apiToken.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        ...part,
        select: { id: true, name: true, prefix: true, createdAt: true, lastUsedAt: true, expiresAt: true },
      }),
  });
}

interface CreateApiTokenOptions {
  userId: string;
  name: string;
  /** Null if it does not expire. */
  expiresAt: Date | null;
}

/** Creates a token. Its text is returned only here: only its hash is stored. */
export async function createApiToken(
  scope: ProjectScope,
  { userId, name, expiresAt }: CreateApiTokenOptions,
): Promise<string> {
  const { token, sha256, prefix } = newApiToken();
  await services().database.$transaction(async (transaction) => {
    const { id } = await transaction.apiToken.create({
      data: { projectId: scope.projectId, userId, name, prefix, tokenSha256: sha256, expiresAt },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'api_token.create',
      subjectType: 'api_token',
      subjectId: id,
      detail: { name, expiresAt: expiresAt?.toISOString() ?? null },
    });
  });
  return token;
}

/**
 * Revokes a person's token, effective with the next request. Returns its name, or null if the person has no such
 * token.
 */
export async function revokeApiToken(
  scope: ProjectScope,
  { userId, tokenId }: { userId: string; tokenId: string },
): Promise<string | null> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const where = { id: tokenId, projectId, userId, revokedAt: null };
    const token = await transaction.apiToken.findFirst({ where, select: { name: true } });
    if (token === null) return null;
    await transaction.apiToken.updateMany({ where, data: { revokedAt: new Date() } });
    await recordAudit(transaction, scope, {
      userId,
      action: 'api_token.revoke',
      subjectType: 'api_token',
      subjectId: tokenId,
      detail: { name: token.name },
    });
    return token.name;
  });
}
