import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../../platform/database.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { isUniqueViolation } from './isUniqueViolation.server.ts';
import { recordAudit } from './recordAudit.server.ts';
import { storableTeam } from './storableTeam.ts';

export interface SaveTeamVersionOptions {
  teamId: string;
  userId: string;
  /** From the form: the same id again is the same version. */
  versionId: string;
  /** The version that was edited: another one that was made meanwhile is not written over. */
  basedOn: number;
  name: string;
  note: string;
  config: TeamConfig;
}

export type SaveTeamVersionResult =
  | { outcome: 'saved' | 'repeated'; version: number }
  /** Nothing is new in it: no version was made. */
  | { outcome: 'unchanged'; version: number }
  /** Somebody has saved a version since. */
  | { outcome: 'stale'; newest: number; author: string | null; savedAt: Date }
  | { outcome: 'name_taken' }
  | { outcome: 'unknown_team' };

/** Makes a team's next version. The configuration has been checked. */
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
  // Writes the row to lock it: of two that save at once the second one sees what the first one made.
  const { count } = await transaction.team.updateMany({
    where: { id: teamId, projectId },
    data: { projectId },
  });
  if (count === 0) return { outcome: 'unknown_team' };
  const [team, newest, repeated] = await Promise.all([
    transaction.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } }),
    transaction.teamVersion.findFirst({ where: { teamId }, orderBy: { version: 'desc' } }),
    transaction.teamVersion.findFirst({ where: { id: versionId, teamId }, select: { version: true } }),
  ]);
  if (repeated !== null) return { outcome: 'repeated', version: repeated.version };
  if (newest !== null && newest.version !== basedOn) {
    const author = await transaction.user.findUnique({ where: { id: newest.createdBy ?? '' } });
    return {
      outcome: 'stale',
      newest: newest.version,
      author: author?.name ?? null,
      savedAt: newest.createdAt,
    };
  }
  const stored = storableTeam(config);
  const isRenamed = team.name !== name;
  if (newest !== null && !isRenamed && isDeepStrictEqual(newest.config, stored)) {
    return { outcome: 'unchanged', version: newest.version };
  }
  const version = (newest?.version ?? 0) + 1;
  if (isRenamed) await transaction.team.update({ where: { id: teamId }, data: { name } });
  await transaction.teamVersion.create({
    data: {
      id: versionId,
      projectId,
      teamId,
      version,
      description: config.description,
      note,
      config: stored,
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
