import { join, resolve } from 'node:path';
import type { Running } from './start/runningFile.ts';
import { readRunning } from './start/runningFile.ts';

/** The data folder of `npm start`. */
export function dataFolderHere(): string {
  return resolve(process.env['COLLOQUY_DATA'] || '.colloquy');
}

/** What `npm start` is running here, if anything. */
export function runningHere(): Running | undefined {
  return readRunning(join(dataFolderHere(), 'running.json'));
}

/**
 * DATABASE_URL, for commands that need no other variable; otherwise the address of the embedded database while
 * `npm start` runs one. Without either, prints one line and exits with 1.
 */
export function requireDatabaseUrl(): string {
  const url = process.env['DATABASE_URL'] || runningHere()?.databaseUrl;
  if (url) return url;
  console.error('Set DATABASE_URL to the database to use, or run this while `npm start` is running.');
  process.exit(1);
}
