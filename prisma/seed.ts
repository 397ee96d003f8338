import type { Database, Transaction } from '../platform/database.ts';
import { teamConfigSchema } from '../workflows/contracts/team.ts';
import type { ExampleTeam } from './seed/exampleTeams.ts';
import { exampleTeams } from './seed/exampleTeams.ts';
import { modelPrices } from './seed/modelPrices.ts';

/** The project of a new installation. */
export const DEFAULT_PROJECT_SLUG = 'default';

/**
 * Creates the default project with its example teams and prices. Existing rows stay unchanged, including teams
 * that somebody has edited or archived, so that every start may run it.
 */
export async function seed(database: Database): Promise<void> {
  await database.$transaction(async (tx) => {
    const project = await tx.project.upsert({
      where: { slug: DEFAULT_PROJECT_SLUG },
      create: { slug: DEFAULT_PROJECT_SLUG, name: 'Default' },
      update: {},
    });
    for (const team of exampleTeams) await addTeam(tx, project.id, team);
    await tx.modelPrice.createMany({
      data: modelPrices.map((price) => ({ ...price, projectId: project.id })),
      skipDuplicates: true,
    });
  });
}

async function addTeam(tx: Transaction, projectId: string, { name, description, config }: ExampleTeam) {
  const existing = await tx.team.findUnique({ where: { projectId_name: { projectId, name } } });
  if (existing !== null) return;
  // JSON that could not have been stored through the product would be a mistake here.
  const checked = JSON.parse(JSON.stringify(teamConfigSchema.parse(config))) as object;
  const team = await tx.team.create({ data: { projectId, name } });
  await tx.teamVersion.create({
    data: { projectId, teamId: team.id, version: 1, description, config: checked },
  });
}
