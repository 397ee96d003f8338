import { fileURLToPath } from 'node:url';
import { freePort, isListening } from './network.ts';
import type { Service } from './service.ts';
import { startService } from './service.ts';

/** An embedded PostgreSQL (PGlite with pgvector) that any client reaches at `url`. */
export interface EmbeddedDatabase extends Service {
  url: string;
}

export interface EmbeddedDatabaseOptions {
  /** Where the data stands; without it they live in memory and end with the process. */
  folder?: string;
  /** A file made by PGlite's dumpDataDir to begin with, for a database in memory. */
  snapshot?: string;
  /** Any free one, if not said. */
  port?: number;
  logFile: string;
}

/**
 * Starts the embedded database.
 *
 * @example
 * const database = await startEmbeddedDatabase({ folder: '.colloquy/postgres', logFile: '.colloquy/postgres.log' });
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const port = options.port ?? (await freePort());
  const args = [
    '--no-warnings',
    fileURLToPath(new URL('databaseServer.ts', import.meta.url)),
    `--port=${port}`,
    ...(options.folder === undefined ? [] : [`--folder=${options.folder}`]),
    ...(options.snapshot === undefined ? [] : [`--snapshot=${options.snapshot}`]),
  ];
  const service = await startService({
    name: 'The embedded database',
    command: process.execPath,
    args,
    logFile: options.logFile,
    // It listens when the database is open.
    isReady: () => isListening(port),
    startTimeoutMs: 60_000,
  });
  return { ...service, url: `postgresql://postgres@127.0.0.1:${port}/postgres` };
}
