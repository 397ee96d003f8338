import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

/** A person's own tokens of the project that are not revoked, newest first. */
export async function listApiTokens({ projectId }: ProjectScope, userId: string) {
  return services().database.apiToken.findMany({
    where: { projectId, userId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, prefix: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  });
}
