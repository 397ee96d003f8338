import type { Transaction } from '../../../platform/database.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { recordAudit } from './recordAudit.server.ts';
import { storableTeam } from './storableTeam.ts';

export interface StoreTeamOptions {
  userId: string;
  name: string;
  config: TeamConfig;
  /** What to do where another team has the name: refuse, or find one that is free. */
  whenTaken: 'refuse' | 'rename';
}

export type StoreTeamResult =
  /** "existing": a team with the very same content was there already. */
  { outcome: 'created' | 'existing'; teamId: string } | { outcome: 'name_taken' };

const NAME_MAX_CHARACTERS = 100;

/** Makes a team of a configuration, unless there is one whose newest version is the very same. */
export async function storeTeam(
  scope: ProjectScope,
  { userId, name, config, whenTaken }: StoreTeamOptions,
): Promise<StoreTeamResult> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    // One at a time in a project: two that import the same file at once make one team.
    await transaction.$queryRaw`SELECT id FROM project WHERE id = ${projectId}::uuid FOR UPDATE`;
    const same = await findSame(transaction, projectId, config, whenTaken === 'refuse' ? name : null);
    if (same !== null) return { outcome: 'existing', teamId: same };
    const free = await freeName(transaction, projectId, name.slice(0, NAME_MAX_CHARACTERS), whenTaken);
    if (free === null) return { outcome: 'name_taken' };
    const { id: teamId } = await transaction.team.create({ data: { projectId, name: free } });
    await transaction.teamVersion.create({
      data: {
        projectId,
        teamId,
        version: 1,
        description: config.description,
        config: storableTeam(config),
        createdBy: userId,
      },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'team.create',
      subjectType: 'team',
      subjectId: teamId,
      detail: { name: free },
    });
    return { outcome: 'created', teamId };
  });
}

async function findSame(
  transaction: Transaction,
  projectId: string,
  config: TeamConfig,
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

async function freeName(
  transaction: Transaction,
  projectId: string,
  name: string,
  whenTaken: 'refuse' | 'rename',
): Promise<string | null> {
  const isTaken = async (candidate: string) =>
    (await transaction.team.count({ where: { projectId, name: candidate } })) > 0;
  if (!(await isTaken(name))) return name;
  if (whenTaken === 'refuse') return null;
  for (let number = 2; ; number += 1) {
    const candidate = `${name} ${String(number)}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
