import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import type { TestDatabase } from '../test/support/testDatabase.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.close();
});

/** Runs a command of ops/ as an operator does. */
function run(script: string, ...args: string[]): string {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return execFileSync(process.execPath, ['--no-warnings', file, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url },
    encoding: 'utf8',
  });
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== '_prisma_migrations');
}

test('the migrations make exactly what schema.prisma says', () => {
  expect(run('./schemaDrift.ts')).toBe('The database is as schema.prisma says.\n');
});

test('a drifted database is told apart', async () => {
  await client.query('ALTER TABLE project ADD COLUMN stray text');
  expect(() => run('./schemaDrift.ts')).toThrow(/stray/);
  await client.query('ALTER TABLE project DROP COLUMN stray');
});

test('applying them again does nothing', () => {
  expect(run('./migrate.ts')).toBe('No migration to apply.\n');
});

test('they roll back to an empty schema and apply again to the same one', async () => {
  const before = await tables();
  expect(before).toContain('conversation');
  run('./rollback.ts', '1000');
  expect(await tables()).toEqual([]);
  expect(run('./migrate.ts')).toContain('Applied: ');
  expect(await tables()).toEqual(before);
  expect(run('./schemaDrift.ts')).toBe('The database is as schema.prisma says.\n');
});

test('a message has one place in the transcript, but for superseded ones', async () => {
  const { rows } = await client.query<{ definition: string }>(
    `SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'message_conversation_id_seq_current_key'`,
  );
  expect(rows[0]?.definition).toMatch(/UNIQUE .*\(conversation_id, seq\) WHERE \(superseded_at IS NULL\)/);
});

test('live text is unlogged', async () => {
  const { rows } = await client.query(`SELECT relpersistence FROM pg_class WHERE relname = 'live_text'`);
  expect(rows).toEqual([{ relpersistence: 'u' }]);
});

test('a state outside its list is refused', async () => {
  await expect(
    client.query(
      `INSERT INTO conversation (id, project_id, team_version_id, title, state, idempotency_key)
       VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 't', 'sleeping', 'k')`,
    ),
  ).rejects.toThrow('conversation_state_check');
});
