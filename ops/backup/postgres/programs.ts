import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import { BackupError } from '../backupError.ts';
import type { Bytes } from '../sealing.ts';
import { majorOf, serverVersion } from './connection.ts';

/** PostgreSQL's own programs, of one version. */
export interface Programs {
  dump: string;
  restore: string;
  /** "18.4" */
  version: string;
}

const run = promisify(execFile);

/** Where packages put them, by major version. */
const usualFolders = (major: number) => [
  `/usr/lib/postgresql/${String(major)}/bin`,
  `/usr/pgsql-${String(major)}/bin`,
  `/opt/homebrew/opt/postgresql@${String(major)}/bin`,
  `/usr/local/opt/postgresql@${String(major)}/bin`,
  `/opt/homebrew/opt/libpq/bin`,
];

/**
 * pg_dump and pg_restore of the server's major version: an older one refuses to dump it, and what a newer one has dumped an
 * older server does not always take. Searched in PG_BIN; without it in PATH, where packages put them, and in the server's own
 * folder, if it runs on this machine.
 */
export async function findPrograms(
  client: pg.Client,
  variables: Record<string, string | undefined>,
): Promise<Programs> {
  const server = await serverVersion(client);
  const major = majorOf(server);
  const { PG_BIN: named, PATH: path = '' } = variables;
  const folders = named
    ? [named]
    : [...path.split(delimiter), ...usualFolders(major), await folderOfServer(client)];
  const found: string[] = [];
  for (const folder of new Set(folders)) {
    const [dump, restore] = [join(folder, 'pg_dump'), join(folder, 'pg_restore')];
    if (folder === '' || !existsSync(dump) || !existsSync(restore)) continue;
    const version = await versionOf(dump);
    if (majorOf(version) === major && majorOf(await versionOf(restore)) === major)
      return { dump, restore, version };
    found.push(`${version} in ${folder}`);
  }
  throw new BackupError(
    `The server is PostgreSQL ${server}, and ${named ? `PG_BIN (${named}) has` : 'there is'} no pg_dump and pg_restore ` +
      `${String(major)} (found: ${found.join(', ') || 'none'}). Install them (on Debian: apt-get install ` +
      `postgresql-client-${String(major)}, from apt.postgresql.org), or set PG_BIN to their folder.`,
  );
}

/** Empty: this user may not ask. */
async function folderOfServer(client: pg.Client): Promise<string> {
  try {
    const { rows } = await client.query<{ setting: string }>(
      "SELECT setting FROM pg_catalog.pg_config() WHERE name = 'BINDIR'",
    );
    return rows[0]?.setting ?? '';
  } catch {
    return '';
  }
}

async function versionOf(program: string): Promise<string> {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
    return /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** What a program says on its standard output; fails at the end if the program did. */
export async function* outputOf(
  program: string,
  args: string[],
  password: string,
): AsyncGenerator<Uint8Array> {
  const child = start(program, args, password);
  child.process.stdin.end();
  try {
    yield* child.process.stdout as AsyncIterable<Uint8Array>;
    await child.ended;
  } finally {
    child.process.kill();
  }
}

/** Gives a program its standard input; resolves with what it said when it has taken all of it and succeeded. */
export async function feed(program: string, args: string[], password: string, bytes: Bytes): Promise<string> {
  const child = start(program, args, password);
  let output = '';
  child.process.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  let isRead = false;
  const noticed = (async function* () {
    yield* bytes;
    isRead = true;
  })();
  const taken = pipeline(Readable.from(noticed), child.process.stdin);
  try {
    // A program that fails closes its input first: what it says is the reason.
    const [input, end] = await Promise.allSettled([taken, child.ended]);
    if (input.status === 'rejected' && input.reason instanceof BackupError) throw input.reason;
    if (end.status === 'rejected') throw end.reason;
    if (input.status === 'rejected' && !isRead) throw input.reason;
    return output;
  } finally {
    child.process.kill();
  }
}

/** Only what the program needs of the environment: no key of the storage, and no secret of ours. */
function environmentFor(password: string): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'LD_LIBRARY_PATH',
    'TMPDIR',
    'SystemRoot',
    'PGSSLROOTCERT',
    'PGPASSFILE',
  ];
  const passed = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    ...(password !== '' && { PGPASSWORD: password }),
  } as NodeJS.ProcessEnv;
}

function start(program: string, args: string[], password: string) {
  const child = spawn(program, args, { env: environmentFor(password), stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4_000);
  });
  // It may end before it has read all: `ended` says why.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) =>
      reject(new BackupError(`${program} could not be started: ${error.message}.`)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new BackupError(
            `${program} failed (${signal ?? String(code)}): ${said.trim() || 'it said nothing'}`,
          ),
        );
    });
  });
  // Whoever reads the output to its end asks for it only then.
  ended.catch(() => undefined);
  return { process: child, ended };
}
