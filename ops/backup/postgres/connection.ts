import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { addressOf } from '../../../platform/databasePool.ts';
import { BackupError } from '../backupError.ts';

/** Parameters of a connection string that PostgreSQL's own programs know too. */
const SHARED_PARAMETERS = new Set([
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'connect_timeout',
  'options',
]);

/** What PostgreSQL's codes mean; its own sentences name the user. */
const IN_WORDS: Record<string, string> = {
  '3D000': 'the server has no such database',
  '28P01': 'wrong password',
  '28000': 'the server does not let this user in from here',
  '53300': 'too many connections are open',
  '57P03': 'the server is just starting or stopping',
};

/** A connection; close it with `end()`. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // The statement that runs fails by itself; without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const words = IN_WORDS[code];
    const reason =
      (words === undefined ? code : `${code} (${words})`) ||
      (error instanceof Error ? error.message : 'no reason given');
    throw new BackupError(`The database ${addressOf(url)} can't be reached: ${reason}.`, { cause: error });
  }
  return client;
}

/** With these a row has the same text everywhere. They end with the transaction: clients of an embedded database share a session. */
const SETTINGS = [
  ...["TimeZone = 'UTC'", "DateStyle = 'ISO'", "IntervalStyle = 'postgres'", "bytea_output = 'hex'"],
  ...[
    'extra_float_digits = 1',
    "search_path = ''",
    'statement_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
  ],
];

/** Begins the transaction in which tables are read: it sees one moment. */
export async function beginReading(client: pg.Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  for (const setting of SETTINGS) await client.query(`SET LOCAL ${setting}`);
}

/** Reads in a transaction of its own. */
export async function reading<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    await beginReading(client);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The same database for PostgreSQL's own programs, by all that the driver understands of the URL, wherever it stands in it: an
 * address without the password, which goes by the environment.
 */
export function forPrograms(url: string): { address: string; password: string } {
  const { host, port, user = '', password = '' } = new pg.Client({ connectionString: url });
  const dbname = databaseNameOf(url);
  const parameters = new URLSearchParams({ host, port: String(port), user, dbname });
  for (const [name, value] of new URL(url).searchParams) {
    if (SHARED_PARAMETERS.has(name)) parameters.set(name, value);
  }
  // The driver's own value: encrypted, and not verified.
  if (parameters.get('sslmode') === 'no-verify') parameters.set('sslmode', 'require');
  // The driver verifies by the authorities of the machine where none is named; the programs have to be told so.
  if (parameters.get('sslmode') === 'verify-full' && !parameters.has('sslrootcert') && !hasRootCertificate())
    parameters.set('sslrootcert', 'system');
  // To these programs "+" is no space.
  return {
    address: `postgresql:///?${parameters.toString().replaceAll('+', '%20')}`,
    password: password ?? '',
  };
}

/** Whether the programs find an authority of their own. */
function hasRootCertificate(): boolean {
  return Boolean(process.env['PGSSLROOTCERT']) || existsSync(join(homedir(), '.postgresql/root.crt'));
}

/** The address of another database on the same server. */
export function databaseBeside(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(name)}`;
  return parsed.href;
}

/** The database that the driver would take: where a URL names none, the one with the user's name. */
export function databaseNameOf(url: string): string {
  const { database, user } = new pg.Client({ connectionString: url });
  return database || user || 'postgres';
}

/** "18.4 (Debian …)" as "18.4". */
export async function serverVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return rows[0]?.server_version.split(' ')[0] ?? '';
}

export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
