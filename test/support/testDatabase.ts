import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedDatabase } from '../../ops/embedded/database.ts';
import { forgetProcess, noteProcess, TEST_FOLDER } from './leftovers.ts';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  url: string;
  /**
   * Removes it. Disconnect clients first: `afterAll(async () => { await prisma.$disconnect(); await database.close();
   * })`.
   */
  close: () => Promise<void>;
}

/**
 * Opens a database of one's own: on the server that TEST_DATABASE_URL names, else an embedded one in memory.
 *
 * @example
 * let database: TestDatabase;
 * beforeAll(async () => { database = await openTestDatabase(); });
 * afterAll(async () => { await database.close(); });
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  return server ? openOnServer(server) : openEmbedded();
}

async function openOnServer(serverUrl: string): Promise<TestDatabase> {
  const name = `colloquy_test_${randomUUID().replaceAll('-', '')}`;
  const template = await migratedTemplate(serverUrl);
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: databaseOn(serverUrl, name),
    close: () => onServer(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/**
 * The name of a migrated, empty database that others are copied from; created when the migrations have changed since
 * the last one.
 */
async function migratedTemplate(serverUrl: string): Promise<string> {
  const name = `colloquy_template_${migrationsHash()}`;
  await onServer(serverUrl, async (client) => {
    const exists = async () =>
      (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
    if (await exists()) return;
    // Others that need it wait, and then find it; it gets its name only when it is complete.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    if (await exists()) return;
    const unfinished = `${name}_${randomUUID().slice(0, 8)}`;
    await client.query(`CREATE DATABASE ${unfinished}`);
    execFileSync(process.execPath, ['--no-warnings', projectFile('ops/migrate.ts')], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: databaseOn(serverUrl, unfinished),
        KNOWLEDGE_DATABASE_URL: '',
        SUPABASE_URL: '',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function openEmbedded(): Promise<TestDatabase> {
  const database = await startEmbeddedDatabase({
    snapshot: databaseSnapshot(),
    logFile: join(TEST_FOLDER, 'database.log'),
  });
  noteProcess(database.pid);
  return {
    url: database.url,
    close: async () => {
      await database.stop();
      forgetProcess(database.pid);
    },
  };
}

/** The file of a migrated, empty embedded database; created when the migrations have changed since the last one. */
function databaseSnapshot(): string {
  const file = join(TEST_FOLDER, `database-${migrationsHash()}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(TEST_FOLDER, { recursive: true });
  execFileSync(
    process.execPath,
    ['--no-warnings', projectFile('test/support/makeDatabaseSnapshot.ts'), file],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return file;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const folder of [projectFile('prisma/migrations'), projectFile('supabase/migrations')]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(migration|^\d+_\w+)\.sql$/.test(name)) hash.update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function projectFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
