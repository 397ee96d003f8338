import type { Transaction } from '../../../../platform/database.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { isSameConfig, storableTeam } from './storableTeam.ts';

export interface SaveTeamVersionOptions {
  teamId: string;
  userId: string;
  /** From the form: the same id again is the same version. */
  versionId: string;
  /** The version that was edited: a newer one is not overwritten. Null accepts any newest version. */
  basedOn: number | null;
  /** The team's new name; null to keep its name. */
  name: string | null;
  note: string;
  config: TeamConfig;
}

export type SaveTeamVersionResult =
  | { outcome: 'saved' | 'repeated'; version: number }
  /** The content is unchanged: no version was created. */
  | { outcome: 'unchanged'; version: number }
  /** Somebody has saved a version since. */
  | { outcome: 'stale'; newest: number; author: string | null; savedAt: Date }
  | { outcome: 'name_taken' }
  | { outcome: 'unknown_team' };

/** Creates a team's next version, for the pages and the API. The configuration must have been checked. */
export async function saveTeamVersion(
  scope: ProjectScope,
  options: SaveTeamVersionOptions,
): Promise<SaveTeamVersionResult> {
  try {
    return await services().database.$transaction((transaction) => save(transaction, scope, options));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { outcome: 'name_taken' };
  }
}

async function save(
  transaction: Transaction,
  scope: ProjectScope,
  { teamId, userId, versionId, basedOn, name, note, config }: SaveTeamVersionOptions,
): Promise<SaveTeamVersionResult> {
  const { projectId } = scope;
  // Locks the row by writing it: if two save at once, the second sees the first one's version.
  const { count } = await transaction.team.updateMany({
    where: { id: teamId, projectId },
    data: { projectId },
  });
  if (count === 0) return { outcome: 'unknown_team' };
  const [team, newest, repeated] = await Promise.all([
    transaction.team.findUniqueOrThrow({ where: { id: teamId, projectId }, select: { name: true } }),
    transaction.teamVersion.findFirst({ where: { projectId, teamId }, orderBy: { version: 'desc' } }),
    transaction.teamVersion.findFirst({ where: { id: versionId, projectId, teamId } }),
  ]);
  const stored = storableTeam(config);
  if (repeated !== null && isSameConfig(repeated.config, stored.config)) {
    return { outcome: 'repeated', version: repeated.version };
  }
  const isRenamed = name !== null && team.name !== name;
  if (newest !== null && !isRenamed && isSameConfig(newest.config, stored.config)) {
    return { outcome: 'unchanged', version: newest.version };
  }
  // This also applies if the form already created a version with earlier content: the new content must not be lost
  // silently.
  if (newest !== null && (repeated !== null || newest.version !== (basedOn ?? newest.version))) {
    const author = await transaction.user.findUnique({ where: { id: newest.createdBy ?? '' } });
    return {
      outcome: 'stale',
      newest: newest.version,
      author: author?.name ?? null,
      savedAt: newest.createdAt,
    };
  }
  const version = (newest?.version ?? 0) + 1;
  if (isRenamed) await transaction.team.update({ where: { id: teamId, projectId }, data: { name } });
  await transaction.teamVersion.create({
    data: {
      id: versionId,
      projectId,
      teamId,
      version,
      ...stored,
      note,
      createdBy: userId,
    },
  });
  await recordAudit(transaction, scope, {
    userId,
    action: 'team.save',
    subjectType: 'team',
    subjectId: teamId,
    detail: { version, ...(isRenamed ? { renamed: { from: team.name, to: name } } : {}) },
  });
  return { outcome: 'saved', version };
}
