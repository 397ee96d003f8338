import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListRequest, readListPage } from '../lists/listPage.ts';
import { readVersionUses, type VersionUse } from './readVersionUses.server.ts';
import { readStoredTeam } from './storedTeam.ts';

export type ListStoredTeamsOptions = {
  archived: boolean;
  /** Text to search for in names; all teams if absent. */
  search?: string;
  part?: { skip: number; take: number };
};

const NEVER: VersionUse = { runCount: 0, lastUsedAtMs: 0 };

/**
 * The project's teams by name, each with its newest version and its number of runs; includes teams whose version
 * can't be read.
 */
export async function listStoredTeams({ projectId }: ProjectScope, options: ListStoredTeamsOptions) {
  const { database } = services();
  const [teams, versions, uses] = await Promise.all([
    database.team.findMany({
      where: teamsWhere(projectId, options),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      ...options.part,
      select: {
        id: true,
        name: true,
        versions: {
          where: { projectId },
          orderBy: { version: 'desc' },
          take: 1,
          select: { version: true, description: true, config: true, createdAt: true },
        },
      },
    }),
    database.teamVersion.findMany({ where: { projectId }, select: { id: true, teamId: true } }),
    readVersionUses(projectId),
  ]);
  const useOf = new Map<string, VersionUse>();
  for (const { id, teamId } of versions) {
    const { runCount, lastUsedAtMs } = useOf.get(teamId) ?? NEVER;
    const use = uses.get(id) ?? NEVER;
    useOf.set(teamId, {
      runCount: runCount + use.runCount,
      lastUsedAtMs: Math.max(lastUsedAtMs, use.lastUsedAtMs),
    });
  }
  return teams.flatMap(({ id, name, versions: [newest] }) => {
    if (newest === undefined) return [];
    const { config, ...version } = newest;
    return [{ id, name, ...version, ...(useOf.get(id) ?? NEVER), stored: readStoredTeam(config) }];
  });
}

function teamsWhere(projectId: string, { archived, search = '' }: ListStoredTeamsOptions) {
  return {
    projectId,
    archivedAt: archived ? { not: null } : null,
    ...(search === '' ? {} : { name: containing(search) }),
  };
}

/** A page of the project's teams, like listStoredTeams. */
export async function listTeamsPage(scope: ProjectScope, archived: boolean, request: ListRequest) {
  const { search } = request;
  return readListPage(request, {
    count: () => services().database.team.count({ where: teamsWhere(scope.projectId, { archived, search }) }),
    rows: (part) => listStoredTeams(scope, { archived, search, part }),
  });
}

/** The project's teams that can run: those used most recently first, then by name. */
export async function listTeams(scope: ProjectScope) {
  const teams = await listStoredTeams(scope, { archived: false });
  return teams
    .flatMap(({ stored, ...team }) => (stored.ok ? [{ ...team, config: stored.config }] : []))
    .sort((left, right) => right.lastUsedAtMs - left.lastUsedAtMs);
}

export async function countArchivedTeams({ projectId }: ProjectScope): Promise<number> {
  return services().database.team.count({ where: { projectId, archivedAt: { not: null } } });
}

/** The project's teams by name, including archived ones, whose conversations still exist. */
export async function listTeamNames({ projectId }: ProjectScope): Promise<{ id: string; name: string }[]> {
  return services().database.team.findMany({
    where: { projectId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
