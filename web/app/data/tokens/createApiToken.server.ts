import { newApiToken } from '../../../../platform/apiToken.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

export interface CreateApiTokenOptions {
  userId: string;
  name: string;
  /** Null: it counts until it is revoked. */
  expiresAt: Date | null;
}

/** Makes a token. What it returns is shown once: only its hash is kept. */
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
