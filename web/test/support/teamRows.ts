import type { Database } from '../../../platform/database.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';

/** Adds a team to the seeded project. */
export async function addTeam(database: Database, name: string, config: TeamConfig): Promise<void> {
  const project = await database.project.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  await database.team.create({
    data: {
      projectId: project.id,
      name,
      versions: {
        create: {
          projectId: project.id,
          version: 1,
          description: '',
          config: JSON.parse(JSON.stringify(config)) as object,
        },
      },
    },
  });
}
