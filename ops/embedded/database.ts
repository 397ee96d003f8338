import { fileURLToPath } from 'node:url';
import { freePort, isListening } from './network.ts';
import type { Service } from './service.ts';
import { startService } from './service.ts';

/** An embedded PostgreSQL (PGlite with pgvector) that any client reaches at `url`. */
export interface EmbeddedDatabase extends Service {
  url: string;
}

export interface EmbeddedDatabaseOptions {
  /** The folder of the data; without it, data is in memory and ends with the process. */
  folder?: string;
  /** A dump of PGlite's dumpDataDir to start with, for a database in memory. */
  snapshot?: string;
  /** Any free port by default. */
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
    // It listens once the database is open.
    isReady: () => isListening(port),
    startTimeoutMs: 60_000,
  });
  return { ...service, url: `postgresql://postgres@127.0.0.1:${port}/postgres` };
}
