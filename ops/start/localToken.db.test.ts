import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hashApiToken } from '../../platform/apiToken.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { DEFAULT_PROJECT_SLUG } from '../../prisma/seed.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import { keepLocalToken } from './localToken.ts';

let test: TestDatabase;
let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'colloquy-token-'));
const file = join(folder, 'api-token');

beforeAll(async () => {
  test = await openTestDatabase();
  database = createDatabase(test.url, { poolSize: 2 });
  await database.project.create({ data: { slug: DEFAULT_PROJECT_SLUG, name: 'Default' } });
});
afterAll(async () => {
  await database.$disconnect();
  await test.close();
  rmSync(folder, { recursive: true });
});

const keep = async () => {
  await keepLocalToken(test.url, file);
  const token = readFileSync(file, 'utf8').trim();
  const row = await database.apiToken.findUniqueOrThrow({ where: { tokenSha256: hashApiToken(token) } });
  return { token, row };
};

it('keeps a token in a file that only this user can read, for a separate account while nobody owns the project', async () => {
  const first = await keep();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(first.row).toMatchObject({ userId: 'this-machine', revokedAt: null });
  expect((await keep()).token).toBe(first.token);

  await database.apiToken.update({ where: { id: first.row.id }, data: { revokedAt: new Date() } });
  await database.user.create({
    data: {
      id: 'ada',
      name: 'Ada',
      email: 'ada@example.test',
      memberships: { create: { projectId: first.row.projectId, role: 'owner' } },
    },
  });
  const second = await keep();
  expect(second.token).not.toBe(first.token);
  expect(second.row.userId).toBe('ada');
});
