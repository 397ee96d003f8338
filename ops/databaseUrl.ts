import { join } from 'node:path';
import type { Running } from './start/runningFile.ts';
import { readRunning } from './start/runningFile.ts';

/** What `npm start` runs here at the moment, if it does. */
export function runningHere(): Running | undefined {
  return readRunning(join(process.env['COLLOQUY_DATA'] || '.colloquy', 'running.json'));
}

/**
 * DATABASE_URL, for commands that need nothing else of the environment; else that of the embedded database, while
 * `npm start` runs one. Without either, one line and exit 1.
 */
export function requireDatabaseUrl(): string {
  const url = process.env['DATABASE_URL'] || runningHere()?.databaseUrl;
  if (url) return url;
  console.error('Set DATABASE_URL to the database to work on, or leave `npm start` running beside this.');
  process.exit(1);
}
