import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../platform/database.ts';
import { createDatabase } from '../platform/database.ts';
import type { TestDatabase } from '../test/support/testDatabase.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { teamConfigSchema } from '../workflows/contracts/team.ts';
import { seed } from './seed.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await openTestDatabase();
  database = createDatabase(server.url);
});

afterAll(async () => {
  await database.$disconnect();
  await server.close();
});

test('makes a project with three teams that the product would accept', async () => {
  await seed(database);
  const teams = await database.team.findMany({ include: { versions: true, project: true } });
  expect(teams).toHaveLength(3);
  for (const { versions, project } of teams) {
    expect(project.slug).toBe('default');
    expect(versions.map(({ version }) => version)).toEqual([1]);
    teamConfigSchema.parse(versions[0]?.config);
  }
});

test('run again, it keeps what was changed and adds nothing', async () => {
  const price = await database.modelPrice.findFirstOrThrow({ where: { model: 'gpt-4o' } });
  const key = { projectId_model: { projectId: price.projectId, model: price.model } };
  await database.modelPrice.update({ where: key, data: { inputMicroUsdPerMillion: 1n } });
  await database.team.updateMany({ where: { name: 'Research desk' }, data: { archivedAt: new Date() } });
  const counts = async () => [
    await database.project.count(),
    await database.team.count(),
    await database.teamVersion.count(),
    await database.modelPrice.count(),
  ];
  const before = await counts();
  await seed(database);
  expect(await counts()).toEqual(before);
  expect(await database.modelPrice.findUniqueOrThrow({ where: key })).toMatchObject({
    inputMicroUsdPerMillion: 1n,
  });
  expect(await database.team.count({ where: { archivedAt: null } })).toBe(2);
});
