import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../embedded/database.ts';
import { openDataFolder } from '../../start/dataFolder.ts';
import { isAlive } from '../../start/processes.ts';
import { readRunning } from '../../start/runningFile.ts';
import { BackupError } from '../backupError.ts';
import { connect, serverVersion } from '../postgres/connection.ts';
import { extensionsOf, migrationsOf } from '../postgres/postgresSource.ts';
import { outputOf } from '../postgres/programs.ts';
import { tableSums } from '../postgres/tableSums.ts';
import type { Held, Source } from '../source.ts';

/** What is copied of a data folder beside the database: without it everybody would be signed out. */
const SESSION_SECRET = 'session-secret';

/**
 * The embedded database of a data folder, running or not. An open transaction has its one session, so nothing else is written as
 * long as it is held; a checkpoint brings what is in memory into its files, which are copied as they are.
 */
export function embeddedPostgresSource(folder: string): Source {
  return {
    database: 'main',
    address: join(folder, 'postgres'),
    hold: async () => {
      const { url, stop } = await open(folder);
      const client = await connect(url);
      const release = async () => {
        await client.query('ROLLBACK');
        await client.end();
        await stop();
      };
      try {
        await client.query('BEGIN');
        await client.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL search_path = ''");
        await client.query('CHECKPOINT');
        return {
          kind: 'embedded_postgres',
          server: await serverVersion(client),
          tool: 'tar',
          asOf: new Date(),
          extensions: await extensionsOf(client),
          schemas: null,
          migrations: await migrationsOf(client),
          tables: () => tableSums(client, null),
          bytes: () => tarOf(folder),
          release,
        } satisfies Held;
      } catch (error) {
        await release();
        throw error;
      }
    },
  };
}

function tarOf(folder: string): AsyncGenerator<Uint8Array> {
  const names = ['postgres', ...(existsSync(join(folder, SESSION_SECRET)) ? [SESSION_SECRET] : [])];
  return outputOf('tar', ['-cf', '-', '-C', folder, ...names], '');
}

/** The database as `npm start` runs it, or started for as long as it is needed. */
async function open(path: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const running = readRunning(join(path, 'running.json'));
  if (running !== undefined && isAlive(running.pid)) {
    if (running.databaseUrl !== undefined) return { url: running.databaseUrl, stop: () => Promise.resolve() };
    throw new BackupError(`Colloquy is just starting or stopping on ${path}: try again in a minute.`);
  }
  if (!existsSync(join(path, 'postgres'))) {
    throw new BackupError(
      `There is no database in ${path}: set DATABASE_URL, or COLLOQUY_DATA to the data folder of \`npm start\`.`,
    );
  }
  // Also ends what a killed start has left, and is noticed by one that comes in between.
  const folder = await openDataFolder(path, () => undefined);
  try {
    const database = await startEmbeddedDatabase({
      folder: folder.file('postgres'),
      logFile: folder.file('logs', 'backup.log'),
    });
    folder.note({ children: [database.pid] });
    return {
      url: database.url,
      stop: async () => {
        await database.stop();
        folder.release();
      },
    };
  } catch (error) {
    folder.release();
    throw error;
  }
}
