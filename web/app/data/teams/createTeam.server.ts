import type { Transaction } from '../../../../platform/database.ts';
import { lockProject } from '../../../../platform/rowLocks.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { freeTeamName } from './freeTeamName.server.ts';
import { isSameConfig, storableTeam } from './storableTeam.ts';

export interface CreateTeamOptions {
  /** From the form that makes it: the same id again is the same team. */
  teamId: string;
  userId: string;
  name: string;
  note: string;
  config: TeamConfig;
  /** What to do where another team has the name: refuse, or find one that is free. Without it: refuse. */
  whenTaken?: 'refuse' | 'rename';
  /**
   * What to do where a team that is not archived has the very same content (and, where a taken name is refused, this
   * name): make another, or take that one. Without it: make another.
   */
  whenSame?: 'make' | 'take';
}

export type CreateTeamResult =
  /** "existing": a team with the very same content was there already. */
  | { outcome: 'created' | 'repeated' | 'existing'; teamId: string }
  /** The form has made its team before, of other content: that one stands. */
  | { outcome: 'differs'; teamId: string }
  | { outcome: 'name_taken' };

/** Makes a team with its first version, for the pages and for the API. The configuration has been checked. */
export async function createTeam(scope: ProjectScope, options: CreateTeamOptions): Promise<CreateTeamResult> {
  try {
    return await services().database.$transaction(async (transaction) => {
      // One at a time in a project: two that send the same at once make one team.
      await lockProject(transaction, scope.projectId);
      return create(transaction, scope, options);
    });
  } catch (error) {
    // A team that is renamed at this moment.
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
  const made = await findMade(transaction, teamId);
  if (made !== null) {
    // Another project's: its id was not made by a form of ours.
    if (made.projectId !== projectId) return { outcome: 'name_taken' };
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

/** The team of this id with its first version. */
async function findMade(transaction: Transaction, teamId: string) {
  const team = await transaction.team.findUnique({
    where: { id: teamId },
    select: { projectId: true, versions: { where: { version: 1 }, select: { config: true } } },
  });
  return team === null ? null : { projectId: team.projectId, config: team.versions[0]?.config };
}

async function findSame(
  transaction: Transaction,
  projectId: string,
  config: object,
  name: string | null,
): Promise<string | null> {
  const [row] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM team t JOIN team_version v ON v.team_id = t.id
    WHERE t.project_id = ${projectId}::uuid AND t.archived_at IS NULL
      AND (${name}::text IS NULL OR t.name = ${name})
      -- As text: the order of a schema's fields is part of what a team is.
      AND v.config::text = ${JSON.stringify(config)}
      AND v.version = (SELECT max(n.version) FROM team_version n WHERE n.team_id = t.id)
    ORDER BY t.created_at LIMIT 1`;
  return row?.id ?? null;
}
