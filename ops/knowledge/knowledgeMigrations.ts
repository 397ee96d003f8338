import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MigrationError } from '../migrationError.ts';

const FOLDER = fileURLToPath(new URL('../../supabase', import.meta.url));

/** Held while migrations run, so that of two that begin at once the second finds them done. */
const LOCK = 4_017_112_900;

/** Where the Supabase CLI notes what it has applied, in its form: either may follow the other. */
const TABLE = `
  CREATE SCHEMA IF NOT EXISTS supabase_migrations;
  CREATE TABLE IF NOT EXISTS supabase_migrations.schema_migrations (version text PRIMARY KEY);
  ALTER TABLE supabase_migrations.schema_migrations ADD COLUMN IF NOT EXISTS statements text[];
  ALTER TABLE supabase_migrations.schema_migrations ADD COLUMN IF NOT EXISTS name text;`;

/** Where the server has a newer pgvector than the database, which is too old for us: what a restored or upgraded one is like. */
const UPDATE_OLD_PGVECTOR = `
  DO $$
  BEGIN
    IF EXISTS (
      SELECT FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
      WHERE e.extname = 'vector' AND a.default_version <> e.extversion
        AND string_to_array(regexp_replace(e.extversion, '[^0-9.].*$', ''), '.')::int[] < ARRAY[0, 8, 4]
    ) THEN
      ALTER EXTENSION vector UPDATE;
    END IF;
  END
  $$;`;

/** The files of supabase/migrations, oldest first. */
export function knowledgeMigrationFiles(): string[] {
  return readdirSync(join(FOLDER, 'migrations'))
    .filter((name) => /^\d{14}_\w+\.sql$/.test(name))
    .sort();
}

/**
 * Applies the migrations of the knowledge store that the database does not have yet, oldest first, each in a transaction of
 * its own, and returns the names of their files.
 */
export async function migrateKnowledge(databaseUrl: string): Promise<string[]> {
  return onOneConnection(databaseUrl, async (client) => {
    await client.query(TABLE);
    await client.query(UPDATE_OLD_PGVECTOR);
    const applied = await appliedVersions(client);
    const missing = knowledgeMigrationFiles().filter((file) => !applied.includes(versionOf(file)));
    for (const file of missing) {
      const statements = readFileSync(join(FOLDER, 'migrations', file), 'utf8');
      await inTransaction(client, `The migration ${file} failed; nothing of it was done:`, async () => {
        await client.query(statements);
        await client.query(
          'INSERT INTO supabase_migrations.schema_migrations (version, name, statements) VALUES ($1, $2, $3)',
          [versionOf(file), file.replace(/^\d+_|\.sql$/g, ''), [statements]],
        );
      });
    }
    return missing;
  });
}

/** Takes back the newest `count` applied migrations, newest first, by the scripts in supabase/rollbacks. */
export async function rollbackKnowledge(databaseUrl: string, count: number): Promise<string[]> {
  return onOneConnection(databaseUrl, async (client) => {
    await client.query(TABLE);
    const applied = await appliedVersions(client);
    // A database that others use too notes their migrations in the same table.
    const newest = knowledgeMigrationFiles()
      .filter((file) => applied.includes(versionOf(file)))
      .reverse()
      .slice(0, count);
    for (const file of newest) {
      const statements = readFileSync(join(FOLDER, 'rollbacks', file), 'utf8');
      await inTransaction(client, `The rollback of ${file} failed; nothing of it was done:`, async () => {
        await client.query(statements);
        await client.query('DELETE FROM supabase_migrations.schema_migrations WHERE version = $1', [
          versionOf(file),
        ]);
      });
    }
    return newest;
  });
}

async function appliedVersions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ version: string }>(
    'SELECT version FROM supabase_migrations.schema_migrations',
  );
  return rows.map(({ version }) => version);
}

async function inTransaction(client: pg.Client, failure: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError(failure, error);
  }
}

async function onOneConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    try {
      return await work(client);
    } finally {
      // The embedded database's session goes on.
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    await client.end();
  }
}

function versionOf(file: string): string {
  return file.slice(0, file.indexOf('_'));
}
