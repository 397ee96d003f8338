import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { createMigrationAdapter } from './migrationAdapter.ts';

const PRISMA_FOLDER = fileURLToPath(new URL('../prisma', import.meta.url));

/** The folder of the migrations. */
export const MIGRATIONS_FOLDER = join(PRISMA_FOLDER, 'migrations');

const SCHEMA_FILE = join(PRISMA_FOLDER, 'schema.prisma');

/** No table is excluded from a diff. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The names of all migrations, oldest first: they begin with a timestamp. */
export function migrationNames(folder = MIGRATIONS_FOLDER): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations in the engine's format. */
export function migrationList(folder = MIGRATIONS_FOLDER): MigrationList {
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** schema.prisma in the engine's format. */
export function schemaFiles(): SchemasContainer {
  return { files: [{ path: SCHEMA_FILE, content: readFileSync(SCHEMA_FILE, 'utf8') }] };
}

/**
 * Runs Prisma's schema engine against a database. It is the WebAssembly build: it needs no download, uses the `pg`
 * driver, and keeps the same `_prisma_migrations` table as `prisma migrate deploy`.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // One connection: the embedded database has a single session, and the engine does one thing at a time.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 10_000 });
  const factory = bindMigrationAwareSqlAdapterFactory(createMigrationAdapter(pool));
  const { files } = schemaFiles();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
