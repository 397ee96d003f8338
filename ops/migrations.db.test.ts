import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { TestDatabase } from '../test/support/testDatabase.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';

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

/** Runs a command of ops/ as an operator would. */
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

test('the migrations create exactly the schema of schema.prisma', () => {
  expect(run('./schemaDrift.ts')).toBe('The database matches schema.prisma.\n');
});

test('drift of a database is detected', async () => {
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
  // First roll back the migrations that need the extension created by the main ones.
  run('./knowledge/rollback.ts', '1000');
  run('./rollback.ts', '1000');
  expect(await tables()).toEqual([]);
  expect(run('./migrate.ts')).toContain('Applied: ');
  expect(await tables()).toEqual(before);
  expect(run('./schemaDrift.ts')).toBe('The database matches schema.prisma.\n');
});

test('known facts about earlier runs are carried over, and unknown ones are not made up', async () => {
  const names = readdirSync(fileURLToPath(new URL('../prisma/migrations', import.meta.url)))
    .filter((name) => name.includes('_'))
    .sort();
  const later = names.filter((name) => name >= '20261125041500_conversation_runs').length;
  run('./rollback.ts', String(later));
  const [project, team, version, conversation] = Array.from({ length: 4 }, () => randomUUID());
  await client.query(
    `INSERT INTO project (id, slug, name) VALUES ('${project}', 'runs', 'Runs');
     INSERT INTO team (id, project_id, name) VALUES ('${team}', '${project}', 'Editors');
     INSERT INTO team_version (id, project_id, team_id, version, description, config)
       VALUES ('${version}', '${project}', '${team}', 1, '', '{}');
     INSERT INTO conversation (id, project_id, team_version_id, title, state, stop_reason, idempotency_key, run,
         created_at, ended_at)
       VALUES ('${conversation}', '${project}', '${version}', 'T', 'stopped', 'Told to', 'start-key', 1, '2026-01-01Z',
         '2026-01-03Z');
     INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, written_by, run, revision)
       VALUES (gen_random_uuid(), '${project}', '${conversation}', 0, 0, 'user', 'TextMessage', 'Go', 'web:k', 0, 1);
     INSERT INTO audit_event (id, project_id, action, subject_type, subject_id, detail, created_at)
       VALUES (gen_random_uuid(), '${project}', 'conversation.continue', 'conversation', '${conversation}',
         '{"run": 1, "idempotencyKey": "further-key"}', '2026-01-02Z');`,
  );
  run('./migrate.ts');
  const { rows } = await client.query(
    `SELECT run, has_task, state, stop_reason, idempotency_key, started_at, ended_at FROM conversation_run ORDER BY run`,
  );
  expect(rows).toEqual([
    {
      ...{ run: 0, has_task: true, state: null, stop_reason: null, idempotency_key: 'start-key' },
      ...{ started_at: new Date('2026-01-01Z'), ended_at: null },
    },
    {
      ...{
        run: 1,
        has_task: false,
        state: 'stopped',
        stop_reason: 'Told to',
        idempotency_key: 'further-key',
      },
      ...{ started_at: new Date('2026-01-02Z'), ended_at: new Date('2026-01-03Z') },
    },
  ]);
  await client.query('DELETE FROM conversation; DELETE FROM team; DELETE FROM project');
});

test('a position in the transcript holds one message, apart from superseded ones', async () => {
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
       VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 't', 'dozing', 'k')`,
    ),
  ).rejects.toThrow('conversation_state_check');
});
