import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListRequest, readListPage } from '../lists/listPage.ts';
import { readStoredTeam } from './storedTeam.ts';

export type ListStoredTeamsOptions = {
  archived: boolean;
  /** Looked for in the names; absent: everything. */
  search?: string;
  part?: { skip: number; take: number };
};

/**
 * The project's teams by name, each with its newest version and how often it has run; also those whose version can't be
 * read.
 */
export async function listStoredTeams({ projectId }: ProjectScope, options: ListStoredTeamsOptions) {
  const { database } = services();
  const [teams, runs] = await Promise.all([
    database.team.findMany({
      where: teamsWhere(projectId, options),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      ...options.part,
      select: {
        id: true,
        name: true,
        versions: {
          orderBy: { version: 'desc' },
          take: 1,
          select: { version: true, description: true, config: true, createdAt: true },
        },
      },
    }),
    database.teamVersion.findMany({
      where: { projectId },
      select: { teamId: true, _count: { select: { conversations: true } } },
    }),
  ]);
  const runCounts = new Map<string, number>();
  for (const { teamId, _count } of runs) {
    runCounts.set(teamId, (runCounts.get(teamId) ?? 0) + _count.conversations);
  }
  return teams.flatMap(({ id, name, versions }) =>
    versions.map(({ config, ...newest }) => ({
      id,
      name,
      ...newest,
      runCount: runCounts.get(id) ?? 0,
      stored: readStoredTeam(config),
    })),
  );
}

function teamsWhere(projectId: string, { archived, search = '' }: ListStoredTeamsOptions) {
  return {
    projectId,
    archivedAt: archived ? { not: null } : null,
    ...(search === '' ? {} : { name: containing(search) }),
  };
}

/** A page of the project's teams, as listStoredTeams. */
export async function listTeamsPage(scope: ProjectScope, archived: boolean, request: ListRequest) {
  const { search } = request;
  return readListPage(request, {
    count: () => services().database.team.count({ where: teamsWhere(scope.projectId, { archived, search }) }),
    rows: (part) => listStoredTeams(scope, { archived, search, part }),
  });
}

/** The project's teams that can run, those that were used last first, then by name. */
export async function listTeams(scope: ProjectScope) {
  const [teams, usedAt] = await Promise.all([
    listStoredTeams(scope, { archived: false }),
    readLastUses(scope),
  ]);
  return teams
    .flatMap(({ stored, ...team }) => (stored.ok ? [{ ...team, config: stored.config }] : []))
    .sort((left, right) => (usedAt.get(right.id) ?? 0) - (usedAt.get(left.id) ?? 0));
}

/** When each team of the project last began a conversation. */
async function readLastUses({ projectId }: ProjectScope): Promise<Map<string, number>> {
  const { database } = services();
  const [uses, versions] = await Promise.all([
    database.conversation.groupBy({
      by: ['teamVersionId'],
      where: { projectId },
      _max: { createdAt: true },
    }),
    database.teamVersion.findMany({ where: { projectId }, select: { id: true, teamId: true } }),
  ]);
  const teamOf = new Map(versions.map(({ id, teamId }) => [id, teamId]));
  const usedAt = new Map<string, number>();
  for (const { teamVersionId, _max } of uses) {
    const teamId = teamOf.get(teamVersionId);
    if (teamId === undefined) continue;
    usedAt.set(teamId, Math.max(usedAt.get(teamId) ?? 0, _max.createdAt?.getTime() ?? 0));
  }
  return usedAt;
}

export async function countArchivedTeams({ projectId }: ProjectScope): Promise<number> {
  return services().database.team.count({ where: { projectId, archivedAt: { not: null } } });
}

/** The project's teams by name, also the archived ones: their conversations are still there. */
export async function listTeamNames({ projectId }: ProjectScope): Promise<{ id: string; name: string }[]> {
  return services().database.team.findMany({
    where: { projectId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
