import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { addressOf } from '../../../platform/databasePool.ts';
import { BackupError } from '../backupError.ts';
import type { Destination, Restored } from '../destination.ts';
import type { DatabaseName, Part } from '../manifest.ts';
import type { Bytes } from '../sealing.ts';
import {
  connect,
  connected,
  databaseBeside,
  databaseNameOf,
  forPrograms,
  majorOf,
  reading,
  serverVersion,
} from './connection.ts';
import { feed, findPrograms, type Programs } from './programs.ts';
import { tablesOf, tableSums } from './tableSums.ts';

export interface PostgresDestinationOptions {
  database: DatabaseName;
  url: string;
  /** Take the place of a database that holds tables; it is kept under another name. */
  replace: boolean;
  variables: Record<string, string | undefined>;
}

/**
 * A database on a PostgreSQL server. The part is restored into a new database of another name; to put it in place, the names
 * are exchanged. A database that is there but holds none of the part's schemas (as a fresh one of a host's) is filled itself.
 */
export function postgresDestination(options: PostgresDestinationOptions): Destination {
  const { database, url, replace } = options;
  const address = addressOf(url);
  let programs: Programs | null = null;
  const ready = () => {
    if (programs === null) throw new Error('A part is checked before it is read.');
    return programs;
  };
  return {
    database,
    address,
    check: async (part) => {
      requireKind(part, address);
      await onServer(url, async (client) => {
        const server = await serverVersion(client);
        if (majorOf(server) < majorOf(part.server)) {
          throw new BackupError(
            `The dump of ${part.database} is that of PostgreSQL ${part.server}, and ${address} is the older ${server}: restore ` +
              `it on PostgreSQL ${String(majorOf(part.server))} or newer.`,
          );
        }
        programs = await findPrograms(client, options.variables);
        await requireExtensions(client, part, address);
      });
      if (!replace && (await canConnect(url)) && (await holdsTablesOf(url, part))) {
        throw new BackupError(
          `The database ${address} is not empty. Restore into another one, or give --replace: what is there is then kept under ` +
            'another name.',
        );
      }
    },
    read: async (bytes) => void (await feed(ready().restore, ['--file=/dev/null'], '', bytes)),
    restore: async (part, bytes) => {
      const exists = await canConnect(url);
      const restored =
        exists && !(await holdsTablesOf(url, part))
          ? await fill(ready(), url, part, bytes, null)
          : await besides(ready(), { url, exists }, part, bytes);
      return {
        ...restored,
        putInPlace: async () => {
          const kept = await restored.putInPlace();
          if (database === 'temporal' || database === 'temporal_visibility') await sayTemporalItsName(url);
          return kept;
        },
      };
    },
  };
}

/** A Temporal server finds the version of its tables by the database's name, and does not start where it has another one. */
async function sayTemporalItsName(url: string): Promise<void> {
  await connected(url, async (client) => {
    const { rows } = await client.query<{ found: string | null }>(
      "SELECT to_regclass('schema_version') AS found",
    );
    if (rows[0]?.found === null) return;
    await client.query(
      'INSERT INTO schema_version (version_partition, db_name, creation_time, curr_version, min_compatible_version) ' +
        'SELECT DISTINCT ON (version_partition) version_partition, $1, creation_time, curr_version, min_compatible_version ' +
        'FROM schema_version ORDER BY version_partition, creation_time DESC ON CONFLICT DO NOTHING',
      [databaseNameOf(url)],
    );
  });
}

/** Fills a new database beside the one that is there, and lets it take its name. */
async function besides(
  programs: Programs,
  { url, exists }: { url: string; exists: boolean },
  part: Part,
  bytes: Bytes,
): Promise<Restored> {
  const name = databaseNameOf(url);
  const suffix = randomBytes(4).toString('hex');
  const fresh = `${name.slice(0, 40)}_restoring_${suffix}`;
  const kept = `${name.slice(0, 40)}_before_restore_${suffix}`;
  await onServer(url, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(fresh)} TEMPLATE template0`),
  );
  const discard = () =>
    onServer(url, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(fresh)} WITH (FORCE)`);
    });
  try {
    const restored = await fill(programs, databaseBeside(url, fresh), part, bytes, discard);
    return {
      ...restored,
      putInPlace: () =>
        onServer(url, async (client) => {
          if (exists) await rename(client, name, kept);
          try {
            await rename(client, fresh, name);
          } catch (error) {
            if (exists) await rename(client, kept, name);
            throw error;
          }
          return exists
            ? `${addressOf(databaseBeside(url, kept))}: what was there before; drop it when it is not needed`
            : null;
        }),
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function fill(
  programs: Programs,
  url: string,
  part: Part,
  bytes: Bytes,
  discard: (() => Promise<void>) | null,
): Promise<Restored> {
  const schemas = schemasOf(part);
  if (part.schemas !== null) await createExtensions(url, part);
  const { address, password } = forPrograms(url);
  const args = ['--no-owner', '--no-acl', '--exit-on-error', '--single-transaction', '--no-password'];
  await feed(programs.restore, [...args, `--dbname=${address}`], password, bytes);
  return {
    tables: () => reading(url, (client) => tableSums(client, schemas)),
    putInPlace: () => Promise.resolve(null),
    discard: async () => {
      if (discard !== null) return discard();
      await connected(url, async (client) => {
        for (const schema of schemas) {
          await client.query(`DROP SCHEMA IF EXISTS ${pg.escapeIdentifier(schema)} CASCADE`);
          if (schema === 'public') await client.query('CREATE SCHEMA public');
        }
      });
    },
  };
}

/** A dump of single schemas does not hold the extensions that they need. */
async function createExtensions(url: string, { extensions }: Part): Promise<void> {
  await connected(url, async (client) => {
    for (const [name, { schema }] of Object.entries(extensions)) {
      const [extension, place] = [pg.escapeIdentifier(name), pg.escapeIdentifier(schema)];
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${place}`);
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA ${place}`);
    }
  });
}

function requireKind({ kind, database }: Part, address: string): void {
  if (kind === 'postgres_dump') return;
  throw new BackupError(
    `The backup's ${database} is that of an embedded installation, and ${address} is a PostgreSQL server: restore it into a data ` +
      'folder (--data-folder).',
  );
}

/** The schemas of a part's tables. */
function schemasOf(part: Part): string[] {
  return [...new Set(Object.keys(part.tables).map((table) => table.slice(0, table.indexOf('.'))))];
}

async function requireExtensions(client: pg.Client, part: Part, address: string): Promise<void> {
  const { rows } = await client.query<{ name: string; version: string }>(
    'SELECT name, default_version AS version FROM pg_catalog.pg_available_extensions',
  );
  const missing = Object.entries(part.extensions).filter(([name]) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return;
  const names = missing.map(([name, { version }]) => `${name} ${version}`).join(', ');
  throw new BackupError(
    `The server of ${address} has no extension ${names}, which ${part.database} needs: install it there.`,
  );
}

async function holdsTablesOf(url: string, part: Part): Promise<boolean> {
  return connected(url, async (client) => (await tablesOf(client, schemasOf(part))).length > 0);
}

/** Whether the database is there, on a server that is. */
async function canConnect(url: string): Promise<boolean> {
  try {
    await (await connect(url)).end();
    return true;
  } catch (error) {
    const { cause } = error instanceof BackupError ? error : {};
    // invalid_catalog_name
    if (cause instanceof Error && 'code' in cause && cause.code === '3D000') return false;
    throw error;
  }
}

/** Runs `work` on a database that every server has: of ours it makes, renames and drops. */
async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const maintenance = databaseNameOf(url) === 'postgres' ? 'template1' : 'postgres';
  return connected(databaseBeside(url, maintenance), work);
}

/**
 * Renames a database, and ends whoever is connected to it. Nobody is let in meanwhile: a process that was not stopped connects again
 * at once, and a database in use keeps its name.
 */
async function rename(client: pg.Client, from: string, to: string): Promise<void> {
  const lettingIn = (name: string, isAllowed: boolean) =>
    client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} ALLOW_CONNECTIONS ${String(isAllowed)}`);
  let name = from;
  try {
    await lettingIn(from, false);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [from],
    );
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(from)} RENAME TO ${pg.escapeIdentifier(to)}`);
    name = to;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given';
    throw new BackupError(`The database ${from} could not be renamed to ${to}: ${reason}.`, { cause: error });
  } finally {
    await lettingIn(name, true);
  }
}
