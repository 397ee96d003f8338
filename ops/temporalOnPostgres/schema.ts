import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TemporalPrograms } from './programs.ts';
import type { TemporalDatabases } from './serverConfig.ts';

const run = promisify(execFile);

/** Makes the databases of a new Temporal server, with its tables. */
export async function createTemporalDatabases(
  { schemaTool }: TemporalPrograms,
  { temporalUrl, visibilityUrl }: TemporalDatabases,
): Promise<void> {
  await createDatabase(schemaTool, temporalUrl, 'postgresql/v12/temporal');
  if (visibilityUrl !== null) await createDatabase(schemaTool, visibilityUrl, 'postgresql/v12/visibility');
}

async function createDatabase(tool: string, url: string, schema: string): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const place = ['--plugin', 'postgres12', '--ep', hostname, '--port', port || '5432'];
  const user = ['--user', decodeURIComponent(username), '--db', decodeURIComponent(pathname.slice(1))];
  // By the environment, as everybody on the machine sees what a program was called with.
  const env = { ...process.env, SQL_PASSWORD: decodeURIComponent(password) };
  for (const step of [
    ['create-database'],
    ['setup-schema', '--version', '0.0'],
    ['update-schema', '--schema-name', schema],
  ])
    await run(tool, [...place, ...user, ...step], { env });
}
