import { randomBytes } from 'node:crypto';
import { connected, databaseBeside } from '../backup/postgres/connection.ts';
import type { TemporalPrograms } from './programs.ts';
import { createTemporalDatabases } from './schema.ts';
import type { TemporalDatabases } from './serverConfig.ts';
import { startTemporalOnPostgres, type TemporalOnPostgres } from './startTemporalOnPostgres.ts';

/** Addresses of databases for a Temporal server of one's own on a PostgreSQL server; they don't exist yet. */
export async function ownTemporalDatabases(serverUrl: string): Promise<TemporalDatabases> {
  const suffix = randomBytes(6).toString('hex');
  return {
    temporalUrl: databaseBeside(serverUrl, `temporal_${suffix}`),
    visibilityUrl: (await hasExtension(serverUrl, 'btree_gin'))
      ? databaseBeside(serverUrl, `temporal_visibility_${suffix}`)
      : null,
  };
}

/** Whether a PostgreSQL server has an extension; Temporal's lists of workflows need `btree_gin`. */
export function hasExtension(serverUrl: string, name: string): Promise<boolean> {
  return connected(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_available_extensions WHERE name = $1', [name]);
    return rowCount === 1;
  });
}

export function dropTemporalDatabases(
  serverUrl: string,
  { temporalUrl, visibilityUrl }: TemporalDatabases,
): Promise<void> {
  return connected(serverUrl, async (client) => {
    for (const url of [temporalUrl, ...(visibilityUrl === null ? [] : [visibilityUrl])]) {
      const name = new URL(url).pathname.slice(1);
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    }
  });
}

/** A Temporal server on databases of its own, which end with it. */
export async function startTemporaryTemporal({
  serverUrl,
  ...options
}: {
  programs: TemporalPrograms;
  /** Any database of the PostgreSQL server; it is not touched. */
  serverUrl: string;
  folder: string;
  logFile: string;
  dynamicConfig?: Record<string, number>;
}): Promise<TemporalOnPostgres> {
  const databases = await ownTemporalDatabases(serverUrl);
  try {
    await createTemporalDatabases(options.programs, databases);
    const server = await startTemporalOnPostgres({ ...options, databases });
    return {
      ...server,
      stop: async (graceMs) => {
        await server.stop(graceMs);
        await dropTemporalDatabases(serverUrl, databases);
      },
    };
  } catch (error) {
    await dropTemporalDatabases(serverUrl, databases);
    throw error;
  }
}
