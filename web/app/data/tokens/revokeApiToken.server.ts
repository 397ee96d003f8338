import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** Takes a person's own token back, from the next request on. Returns its name; null where they have none such. */
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
