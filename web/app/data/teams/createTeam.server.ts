import { z } from 'zod';
import type { Transaction } from '../../../../platform/database.ts';
import { lockProject } from '../../../../platform/rowLocks.ts';
import { queryRowsIn, sql } from '../../../../platform/sql.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { freeTeamName } from './freeTeamName.server.ts';
import { isSameConfig, storableTeam } from './storableTeam.ts';

export interface CreateTeamOptions {
  /** From the form: the same id again is the same team. */
  teamId: string;
  userId: string;
  name: string;
  note: string;
  config: TeamConfig;
  /** What to do if another team has the name: refuse (the default), or find a free name. */
  whenTaken?: 'refuse' | 'rename';
  /**
   * What to do if an active team has exactly the same content (and, if a taken name is refused, the same name):
   * create another one (the default), or use that one.
   */
  whenSame?: 'make' | 'take';
}

export type CreateTeamResult =
  /** "existing": a team with exactly the same content already existed. */
  | { outcome: 'created' | 'repeated' | 'existing'; teamId: string }
  /** The form has already created its team with other content, which stays. */
  | { outcome: 'differs'; teamId: string }
  | { outcome: 'name_taken' };

/** Creates a team with its first version, for the pages and the API. The configuration must have been checked. */
export async function createTeam(scope: ProjectScope, options: CreateTeamOptions): Promise<CreateTeamResult> {
  try {
    return await services().database.$transaction(async (transaction) => {
      // One at a time in a project, so that two identical requests create one team.
      await lockProject(transaction, scope.projectId);
      return create(transaction, scope, options);
    });
  } catch (error) {
    // Either a team is being renamed right now, or another project's team has this id, which none of our forms
    // produces.
    if (!isUniqueViolation(error)) throw error;
    return { outcome: 'name_taken' };
  }
}

async function create(
  transaction: Transaction,
  scope: ProjectScope,
  options: CreateTeamOptions,
): Promise<CreateTeamResult> {
  const { teamId, userId, name, note, whenTaken = 'refuse', whenSame = 'make' } = options;
  const { projectId } = scope;
  const stored = storableTeam(options.config);
  const made = await transaction.teamVersion.findFirst({
    where: { projectId, teamId, version: 1 },
    select: { config: true },
  });
  if (made !== null) {
    return { outcome: isSameConfig(made.config, stored.config) ? 'repeated' : 'differs', teamId };
  }
  if (whenSame === 'take') {
    const same = await findSame(transaction, projectId, stored.config, whenTaken === 'refuse' ? name : null);
    if (same !== null) return { outcome: 'existing', teamId: same };
  }
  const free = await freeTeamName(transaction, projectId, name, whenTaken);
  if (free === null) return { outcome: 'name_taken' };
  await transaction.team.create({ data: { id: teamId, projectId, name: free } });
  await transaction.teamVersion.create({
    data: { projectId, teamId, version: 1, ...stored, note, createdBy: userId },
  });
  await recordAudit(transaction, scope, {
    userId,
    action: 'team.create',
    subjectType: 'team',
    subjectId: teamId,
    detail: { name: free },
  });
  return { outcome: 'created', teamId };
}

async function findSame(
  transaction: Transaction,
  projectId: string,
  config: object,
  name: string | null,
): Promise<string | null> {
  const [row] = await queryRowsIn(
    transaction,
    sql`
    SELECT t.id FROM team t JOIN team_version v ON v.team_id = t.id AND v.project_id = t.project_id
    WHERE t.project_id = ${projectId}::uuid AND t.archived_at IS NULL
      AND (${name}::text IS NULL OR t.name = ${name})
      -- As text: the order of a schema's fields is part of what a team is.
      AND v.config::text = ${JSON.stringify(config)}
      AND v.version = (SELECT max(n.version) FROM team_version n WHERE n.team_id = t.id AND n.project_id = t.project_id)
    ORDER BY t.created_at LIMIT 1`,
    z.object({ id: z.string() }),
  );
  return row?.id ?? null;
}
