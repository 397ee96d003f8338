import type pg from 'pg';
import { addressOf } from '../../../platform/databasePool.ts';
import type { DatabaseName, Extensions } from '../manifest.ts';
import type { Held, Source } from '../source.ts';
import { beginReading, connect, forPrograms, serverVersion } from './connection.ts';
import { findPrograms, outputOf, type Programs } from './programs.ts';
import { tableSums } from './tableSums.ts';

export interface PostgresSourceOptions {
  database: DatabaseName;
  url: string;
  /** Only these schemas, of a database that others use too; null: all. */
  schemas: string[] | null;
  variables: Record<string, string | undefined>;
}

/**
 * A database on a PostgreSQL server, dumped with pg_dump in its custom format. A transaction holds one snapshot, which the sums
 * are made from and pg_dump reads: both see the same rows.
 */
export function postgresSource(options: PostgresSourceOptions): Source {
  const { database, url } = options;
  return {
    database,
    address: addressOf(url),
    hold: async () => {
      const client = await connect(url);
      try {
        return await held(client, options);
      } catch (error) {
        await client.end();
        throw error;
      }
    },
  };
}

async function held(client: pg.Client, { url, schemas, variables }: PostgresSourceOptions): Promise<Held> {
  const server = await serverVersion(client);
  const programs = await findPrograms(client, variables);
  await beginReading(client);
  const { rows } = await client.query<{ snapshot: string; as_of: Date }>(
    'SELECT pg_export_snapshot() AS snapshot, clock_timestamp() AS as_of',
  );
  const { snapshot = '', as_of: asOf = new Date() } = rows[0] ?? {};
  return {
    kind: 'postgres_dump',
    server,
    tool: `pg_dump ${programs.version}`,
    asOf,
    extensions: await extensionsOf(client),
    schemas,
    migrations: await migrationsOf(client),
    tables: () => tableSums(client, schemas),
    bytes: () => dump(programs, { url, schemas, snapshot }),
    release: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

function dump(
  programs: Programs,
  { url, schemas, snapshot }: { url: string; schemas: string[] | null; snapshot: string },
): AsyncGenerator<Uint8Array> {
  const { address, password } = forPrograms(url);
  const args = [
    '--format=custom',
    '--no-unlogged-table-data',
    '--no-owner',
    '--no-acl',
    '--no-password',
    `--snapshot=${snapshot}`,
  ];
  const chosen = (schemas ?? []).map((schema) => `--schema=${schema}`);
  return outputOf(programs.dump, [...args, ...chosen, `--dbname=${address}`], password);
}

/** The extensions of a database with their versions, without the language that every database has. */
export async function extensionsOf(client: pg.Client): Promise<Extensions> {
  const { rows } = await client.query<{ name: string; version: string; schema: string }>(`
    SELECT e.extname AS name, e.extversion AS version, n.nspname AS schema
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname <> 'plpgsql' ORDER BY 1`);
  return Object.fromEntries(rows.map(({ name, ...extension }) => [name, extension]));
}

/** Our migrations that were applied to a database, ours and the knowledge store's; of others' databases none. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows: present } = await client.query<{ main: boolean; knowledge: boolean }>(`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS main,
           to_regclass('supabase_migrations.schema_migrations') IS NOT NULL AS knowledge`);
  const names: string[] = [];
  if (present[0]?.main === true) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM public._prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
    );
    names.push(...rows.map(({ name }) => name));
  }
  if (present[0]?.knowledge === true) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT version || '_' || coalesce(name, '') || '.sql' AS name FROM supabase_migrations.schema_migrations ORDER BY 1`,
    );
    names.push(...rows.map(({ name }) => name));
  }
  return names;
}
