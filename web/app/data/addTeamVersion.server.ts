import type { TeamConfig } from '../../../workflows/domain/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { recordAudit } from './recordAudit.server.ts';
import { storableTeam } from './storableTeam.ts';

export interface AddTeamVersionOptions {
  userId: string;
  teamId: string;
  config: TeamConfig;
}

/** Makes a team's next version, unless the newest is the very same; null: the project has no such team. */
export async function addTeamVersion(
  scope: ProjectScope,
  { userId, teamId, config }: AddTeamVersionOptions,
): Promise<{ outcome: 'created' | 'existing'; version: number } | null> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const locked = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM team WHERE id = ${teamId}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`;
    if (locked.length === 0) return null;
    const newest = await transaction.teamVersion.findFirst({
      where: { teamId },
      orderBy: { version: 'desc' },
      select: { version: true, config: true },
    });
    const stored = storableTeam(config);
    // As text: the order of a schema's fields is part of what a team is.
    if (newest !== null && JSON.stringify(newest.config) === JSON.stringify(stored)) {
      return { outcome: 'existing', version: newest.version };
    }
    const version = (newest?.version ?? 0) + 1;
    await transaction.teamVersion.create({
      data: {
        projectId,
        teamId,
        version,
        description: config.description,
        config: stored,
        createdBy: userId,
      },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'team.version',
      subjectType: 'team',
      subjectId: teamId,
      detail: { version },
    });
    return { outcome: 'created', version };
  });
}
