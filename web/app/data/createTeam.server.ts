import type { TeamConfig } from '../../../workflows/domain/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { isUniqueViolation } from './isUniqueViolation.server.ts';
import { recordAudit } from './recordAudit.server.ts';
import { storableTeam } from './storableTeam.ts';

export interface CreateTeamOptions {
  /** From the form that makes it: the same id again is the same team. */
  teamId: string;
  userId: string;
  name: string;
  note: string;
  config: TeamConfig;
}

export type CreateTeamResult =
  { outcome: 'created' | 'repeated'; teamId: string } | { outcome: 'name_taken' };

/** Makes a team with its first version. The configuration has been checked. */
export async function createTeam(
  scope: ProjectScope,
  { teamId, userId, name, note, config }: CreateTeamOptions,
): Promise<CreateTeamResult> {
  const { database } = services();
  const { projectId } = scope;
  try {
    await database.$transaction(async (transaction) => {
      await transaction.team.create({ data: { id: teamId, projectId, name } });
      await transaction.teamVersion.create({
        data: {
          projectId,
          teamId,
          version: 1,
          description: config.description,
          note,
          config: storableTeam(config),
          createdBy: userId,
        },
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'team.create',
        subjectType: 'team',
        subjectId: teamId,
        detail: { name },
      });
    });
    return { outcome: 'created', teamId };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const made = await database.team.findFirst({ where: { id: teamId, projectId }, select: { id: true } });
    return made === null ? { outcome: 'name_taken' } : { outcome: 'repeated', teamId };
  }
}
