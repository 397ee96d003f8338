import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

export type ArchiveTeamOptions = { teamId: string; userId: string; archived: boolean };

/**
 * Archives a team or restores it. Its conversations stay; an archived team starts no new ones. Returns whether the
 * project has such a team.
 */
export async function archiveTeam(
  scope: ProjectScope,
  { teamId, userId, archived }: ArchiveTeamOptions,
): Promise<boolean> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const { count } = await transaction.team.updateMany({
      where: { id: teamId, projectId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? new Date() : null },
    });
    if (count === 0) return (await transaction.team.count({ where: { id: teamId, projectId } })) > 0;
    await recordAudit(transaction, scope, {
      userId,
      action: archived ? 'team.archive' : 'team.unarchive',
      subjectType: 'team',
      subjectId: teamId,
    });
    return true;
  });
}
