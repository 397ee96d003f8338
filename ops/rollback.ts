import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { endInWords } from './commandLine.ts';
import { requireDatabase, requireDatabaseUrl } from './databaseUrl.ts';
import { MigrationError } from './migrationError.ts';
import { MIGRATIONS_FOLDER } from './schemaEngine.ts';

/**
 * Takes back the newest `count` applied migrations, newest first, and returns their names. Each `rollback.sql` runs
 * in one transaction with the removal of its migration's row from `_prisma_migrations`, so a failure leaves neither
 * half done. The row is removed rather than marked, so that the migration can be applied again as if for the first
 * time.
 */
export async function rollback(
  databaseUrl: string,
  count: number,
  folder = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: present } = await client.query<{ found: string | null }>(
      "SELECT to_regclass('_prisma_migrations') AS found",
    );
    // A database that never was migrated.
    if (present[0]?.found === null) return [];
    const { rows } = await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
       ORDER BY migration_name DESC LIMIT $1`,
      [count],
    );
    const names = rows.map((row) => row.migration_name);
    for (const name of names) {
      await takeBack(client, name, readFileSync(join(folder, name, 'rollback.sql'), 'utf8'));
    }
    return names;
  } finally {
    await client.end();
  }
}

async function takeBack(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError(`The rollback of ${name} failed and was undone completely:`, error);
  }
}

if (import.meta.main) {
  endInWords();
  const count = Number(process.argv[2] ?? 1);
  if (!Number.isInteger(count) || count < 1) {
    console.error('Usage: npm run rollback -- [number of migrations to roll back, newest first; default 1]');
    process.exit(1);
  }
  const url = requireDatabaseUrl();
  await requireDatabase(url);
  const names = await rollback(url, count);
  console.log(names.length === 0 ? 'No migration to roll back.' : `Rolled back: ${names.join(', ')}`);
}
