import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';
import { readStoredTeam } from './storedTeam.ts';

export type ListStoredTeamsOptions = { archived: boolean };

/**
 * The project's teams by name, each with its newest version and how often it has run; also those whose version can't be
 * read.
 */
export async function listStoredTeams({ projectId }: ProjectScope, { archived }: ListStoredTeamsOptions) {
  const { database } = services();
  const [teams, runs] = await Promise.all([
    database.team.findMany({
      where: { projectId, archivedAt: archived ? { not: null } : null },
      orderBy: { name: 'asc' },
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

/** The project's teams that can run, by name, each with its newest version and how often it has run. */
export async function listTeams(scope: ProjectScope) {
  const teams = await listStoredTeams(scope, { archived: false });
  return teams.flatMap(({ stored, ...team }) => (stored.ok ? [{ ...team, config: stored.config }] : []));
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
