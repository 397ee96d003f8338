import { join, resolve } from 'node:path';
import { createPool } from '../platform/databasePool.ts';
import { InvalidEnvironmentError } from '../platform/environment.ts';
import { databaseUrl } from '../platform/variables.ts';
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
  const given = process.env['DATABASE_URL']?.trim();
  if (given) return checkedDatabaseUrl('DATABASE_URL', given);
  const url = runningHere()?.databaseUrl;
  if (url) return url;
  console.error('Set DATABASE_URL to the database to use, or run this while `npm start` is running.');
  process.exit(1);
}

/** The URL of a database as a variable has it. Throws an InvalidEnvironmentError that names the variable, and shows nothing of it. */
export function checkedDatabaseUrl(variable: string, given: string): string {
  const { data, error } = databaseUrl.safeParse(given);
  if (data !== undefined) return data;
  throw new InvalidEnvironmentError(
    `The environment is invalid:\n  ${variable}: ${error?.issues[0]?.message ?? 'is not a postgresql:// URL'}`,
  );
}

/**
 * Throws a DatabaseAwayError where the database can't be reached, before anything is done that would say so in other words, or
 * with a stack.
 */
export async function requireDatabase(url: string): Promise<void> {
  const pool = createPool(url, { poolSize: 1 });
  try {
    await pool.query('SELECT 1');
  } finally {
    await pool.end();
  }
}
