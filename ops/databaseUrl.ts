import { join } from 'node:path';
import { readRunning } from './start/runningFile.ts';

/**
 * DATABASE_URL, for commands that need nothing else of the environment; else that of the embedded database, while
 * `npm start` runs one. Without either, one line and exit 1.
 */
export function requireDatabaseUrl(): string {
  const folder = process.env['COLLOQUY_DATA'] || '.colloquy';
  const url = process.env['DATABASE_URL'] || readRunning(join(folder, 'running.json'))?.databaseUrl;
  if (url) return url;
  console.error('Set DATABASE_URL to the database to work on, or leave `npm start` running beside this.');
  process.exit(1);
}
