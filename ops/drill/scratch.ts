import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { BackupError } from '../backup/backupError.ts';
import type { Destination } from '../backup/destination.ts';
import {
  embeddedPostgresDestination,
  temporalFileDestination,
} from '../backup/embedded/dataFolderDestination.ts';
import type { DatabaseName, Manifest } from '../backup/manifest.ts';
import { connected, databaseBeside, databaseNameOf } from '../backup/postgres/connection.ts';
import { postgresDestination } from '../backup/postgres/postgresDestination.ts';

/** Where a drill restores to: databases and a folder of its own, which nobody else knows. */
export interface Scratch {
  /** The data folder of what is embedded, and of logs. */
  folder: string;
  destinations: Destination[];
  /** The address of a database on the server; undefined: it is not restored onto one. */
  urlOf: (database: DatabaseName) => string | undefined;
  remove: () => Promise<void>;
}

/** `serverUrl` is any database of the PostgreSQL server on which those of the drill are made. */
export function openScratch(
  { parts }: Manifest,
  serverUrl: string | undefined,
  variables: NodeJS.ProcessEnv,
): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-drill-'));
  const suffix = randomBytes(4).toString('hex');
  const urls = new Map<DatabaseName, string>();
  const destinations = parts.map(({ database, kind }) => {
    if (kind === 'embedded_postgres')
      return embeddedPostgresDestination({ database, folder, replace: false });
    if (kind === 'temporal_file') return temporalFileDestination({ database, folder, replace: false });
    if (serverUrl === undefined) {
      rmSync(folder, { recursive: true, force: true });
      throw new BackupError(
        `The backup's ${database} is that of a PostgreSQL server: set DRILL_DATABASE_URL to a server on which the drill may make ` +
          'databases of its own (any database on it; it is not touched).',
      );
    }
    const url = databaseBeside(serverUrl, `colloquy_drill_${suffix}_${database}`);
    urls.set(database, url);
    return postgresDestination({ database, url, replace: false, variables });
  });
  return {
    folder,
    destinations,
    urlOf: (database) => urls.get(database),
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (serverUrl === undefined) return;
      await connected(serverUrl, async (client) => {
        for (const url of urls.values()) {
          const name = pg.escapeIdentifier(databaseNameOf(url));
          await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        }
      });
    },
  };
}
