import type { ApiTeam, ApiTeamVersion } from '../../../../workflows/contracts/api/teams.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readUserNames } from '../accounts/readUserNames.server.ts';

export interface TeamRecord {
  /** With the newest version. */
  team: ApiTeam;
  /** Of the requested version. */
  config: TeamConfig;
  versions: ApiTeamVersion[];
}

export interface ReadTeamRecordsOptions {
  /** All teams if absent. */
  teamId?: string;
  /** The newest if absent. */
  version?: number;
}

/** Teams by name, each with its versions; a team without the requested version has none. */
export async function readTeamRecords(
  { projectId }: ProjectScope,
  { teamId, version }: ReadTeamRecordsOptions,
): Promise<TeamRecord[]> {
  const { database } = services();
  const teams = await database.team.findMany({
    where: { projectId, ...(teamId === undefined ? {} : { id: teamId }) },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      versions: {
        where: { projectId },
        orderBy: { version: 'desc' },
        ...(teamId === undefined ? { take: 1 } : {}),
        select: {
          id: true,
          version: true,
          description: true,
          note: true,
          config: true,
          createdBy: true,
          createdAt: true,
        },
      },
    },
  });
  const authors = await readUserNames(
    database,
    teams.flatMap(({ versions }) => versions.map(({ createdBy }) => createdBy)),
  );
  return teams.flatMap(({ versions, archivedAt, ...team }) => {
    const newest = versions[0];
    const asked = version === undefined ? newest : versions.find((each) => each.version === version);
    if (newest === undefined || asked === undefined) return [];
    const parsed = teamConfigSchema.safeParse(newest.config);
    const config = asked === newest ? parsed : teamConfigSchema.safeParse(asked.config);
    // A team that this version of Colloquy can't read is left out; its page says why.
    if (!parsed.success || !config.success) return [];
    return {
      team: {
        ...team,
        version: newest.version,
        versionId: newest.id,
        description: newest.description,
        pattern: parsed.data.pattern.kind,
        participants: parsed.data.participants.map(({ name, kind }) => ({ name, kind })),
        createdAt: newest.createdAt.toISOString(),
        archived: archivedAt !== null,
      },
      config: config.data,
      versions: versions.map(({ id, version: number, description, note, createdBy, createdAt }) => ({
        id,
        version: number,
        description,
        note,
        author: authors.get(createdBy ?? '') ?? null,
        createdAt: createdAt.toISOString(),
      })),
    };
  });
}
