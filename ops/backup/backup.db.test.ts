import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import { MANIFEST } from './backupName.ts';
import { createBackup } from './createBackup.ts';
import type { Destination } from './destination.ts';
import { thisProduct } from './installation.ts';
import type { DatabaseName, Manifest } from './manifest.ts';
import { databaseBeside } from './postgres/connection.ts';
import { postgresDestination } from './postgres/postgresDestination.ts';
import { postgresSource } from './postgres/postgresSource.ts';
import { differences } from './postgres/tableSums.ts';
import { listBackups, prune } from './prune.ts';
import { restoreBackup } from './restoreBackup.ts';
import { drain, newKeyPair } from './sealing.ts';
import { backupStatus } from './status.ts';
import { putText } from './store/backupStore.ts';
import { openFolderStore } from './store/folderStore.ts';

// The embedded database is backed up in another way.
const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const made: string[] = [];
let database: TestDatabase;
let folder: string;
let keys: Awaited<ReturnType<typeof newKeyPair>>;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'colloquy-backups-'));
  keys = await newKeyPair();
  if (!isOnServer) return;
  await query(
    database.url,
    `INSERT INTO project (id, slug, name) SELECT gen_random_uuid(), 'p' || n, '' FROM generate_series(1, 500) n`,
  );
  await query(
    database.url,
    `INSERT INTO knowledge.collections (project_id, name, embedding_model, dimensions) VALUES (gen_random_uuid(), 'manuals', 'm', 3)`,
  ).catch(() => undefined);
});

afterAll(async () => {
  if (isOnServer) {
    for (const name of await namesLike('%')) {
      if (made.some((each) => name.startsWith(each))) await drop(name);
    }
  }
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function namesLike(pattern: string): Promise<string[]> {
  const rows = await query<{ datname: string }>(
    database.url,
    `SELECT datname FROM pg_database WHERE datname LIKE '${pattern}' ORDER BY 1`,
  );
  return rows.map(({ datname }) => datname);
}

async function drop(name: string): Promise<void> {
  await query(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** The address of a database that is not there yet. */
function freshUrl(): string {
  const name = `bak_${Math.random().toString(36).slice(2, 12)}`;
  made.push(name);
  return databaseBeside(database.url, name);
}

let next = Date.UTC(2026, 10, 1);

interface Making {
  url?: string;
  name?: DatabaseName;
  schemas?: string[] | null;
  into?: string;
}

async function backUp({
  url = database.url,
  name = 'main',
  schemas = null,
  into = folder,
}: Making = {}): Promise<Manifest> {
  next += 86_400_000;
  const at = new Date(next);
  return createBackup({
    sources: [postgresSource({ database: name, url, schemas, variables: process.env })],
    omitted: [],
    store: openFolderStore(into),
    recipients: [keys.recipient],
    product: '0.2.0',
    report: silent,
    now: () => at,
  });
}

interface Restoring {
  url: string;
  name?: DatabaseName;
  backup?: string;
  identity?: string;
  replace?: boolean;
  migrations?: string[];
  from?: string;
}

async function restore({
  url,
  name = 'main',
  backup = 'latest',
  identity = keys.identity,
  replace = false,
  migrations,
  from = folder,
}: Restoring) {
  const product = thisProduct();
  return restoreBackup({
    store: openFolderStore(from),
    backup,
    identities: [identity],
    destinations: [postgresDestination({ database: name, url, replace, variables: process.env })],
    product: { ...product, migrations: migrations ?? product.migrations },
    report: silent,
  });
}

describe('a backup of a PostgreSQL server', () => {
  it('is restored into a database that is not there yet, with the same content', async () => {
    if (!isOnServer) return;
    const manifest = await backUp();
    expect(manifest.parts[0]).toMatchObject({
      database: 'main',
      kind: 'postgres_dump',
      file: 'main.postgres_dump.age',
    });
    expect(manifest.parts[0]?.tables['public.project']?.rows).toBe(500);
    expect(manifest.parts[0]?.migrations).toEqual(expect.arrayContaining([...thisProduct().migrations]));
    const url = freshUrl();
    const report = await restore({ url });
    expect(report).toMatchObject({ backup: manifest.name, kept: [] });
    const [count] = await query<{ count: string }>(url, 'SELECT count(*) FROM project');
    expect(count).toEqual({ count: '500' });
  });

  it('is unreadable without its secret key, and the standard format of age', async () => {
    if (!isOnServer) return;
    const { name } = await backUp();
    const stored = readFileSync(join(folder, name, 'main.postgres_dump.age'));
    expect(stored.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(stored.includes('PGDMP')).toBe(false);
    expect(readFileSync(join(folder, name, MANIFEST), 'utf8')).not.toContain('AGE-SECRET-KEY');
  });

  it('lets Temporal find its tables under the name that the database has now', async () => {
    if (!isOnServer) return;
    const url = freshUrl();
    await query(database.url, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
    await query(
      url,
      `CREATE TABLE executions (run_id text);
       CREATE TABLE schema_version (version_partition int, db_name text, creation_time timestamp, curr_version text,
         min_compatible_version text, PRIMARY KEY (version_partition, db_name));
       INSERT INTO schema_version VALUES (0, 'temporal', now(), '1.19', '1.0')`,
    );
    const into = mkdtempSync(join(folder, 'temporal-'));
    await backUp({ url, name: 'temporal', into });
    const other = freshUrl();
    await restore({ url: other, name: 'temporal', from: into });
    const asked = `SELECT curr_version FROM schema_version WHERE db_name = '${new URL(other).pathname.slice(1)}'`;
    expect(await query(other, asked)).toEqual([{ curr_version: '1.19' }]);
  });

  it('shows one moment: what is written while it is made is not in it', async () => {
    if (!isOnServer) return;
    const source = postgresSource({
      database: 'main',
      url: database.url,
      schemas: null,
      variables: process.env,
    });
    const moment = await source.hold();
    await query(database.url, `INSERT INTO project (id, slug, name) VALUES (gen_random_uuid(), 'late', '')`);
    try {
      expect((await moment.tables())['public.project']?.rows).toBe(500);
    } finally {
      await moment.release();
      await query(database.url, `DELETE FROM project WHERE slug = 'late'`);
    }
  });

  it('of the knowledge store alone is restored with the extension that it needs', async () => {
    if (!isOnServer) return;
    await backUp({ name: 'knowledge', schemas: ['knowledge', 'supabase_migrations'] });
    const url = freshUrl();
    await query(database.url, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
    await restore({ url, name: 'knowledge' });
    const tables = await query(url, `SELECT FROM pg_tables WHERE schemaname = 'knowledge'`);
    expect(tables.length).toBeGreaterThan(2);
    expect(await query(url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  it('takes the place of a database only if it was told to, and keeps what was there', async () => {
    if (!isOnServer) return;
    await backUp();
    const url = freshUrl();
    const name = new URL(url).pathname.slice(1);
    await restore({ url });
    await query(url, 'DELETE FROM project');
    await expect(restore({ url })).rejects.toThrow('is not empty');
    expect(await query(url, 'SELECT FROM project')).toEqual([]);
    const { kept } = await restore({ url, replace: true });
    expect(await query(url, 'SELECT FROM project')).toHaveLength(500);
    expect(kept).toHaveLength(1);
    expect(await namesLike(`${name}%`)).toEqual([name, expect.stringContaining('_before_restore_')]);
  });

  it('takes the place of a database although processes that were not stopped connect again and again', async () => {
    if (!isOnServer) return;
    await backUp();
    const url = freshUrl();
    await restore({ url });
    let isOver = false;
    let connections = 0;
    const clients = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const client = new pg.Client({ connectionString: url });
        client.on('error', () => undefined);
        // Ended by the restore, or refused while names are exchanged.
        await client
          .connect()
          .then(async () => {
            connections += 1;
            await client.query('SELECT pg_sleep(0.05)');
          })
          .catch(() => undefined);
        await client.end().catch(() => undefined);
      }
    });
    try {
      await expect(restore({ url, replace: true })).resolves.toMatchObject({ kept: [expect.any(String)] });
    } finally {
      isOver = true;
      await Promise.all(clients);
    }
    expect(connections).toBeGreaterThan(8);
    expect(await query(url, 'SELECT FROM project')).toHaveLength(500);
  });

  it('of which a part can not be put in place says what is where', async () => {
    if (!isOnServer) return;
    const made = await backUp();
    const [part] = made.parts;
    const stuck = (): Destination => ({
      ...{ database: 'main', address: 'somewhere' },
      check: () => Promise.resolve(),
      read: async (bytes) => drain(bytes),
      restore: async (_part, bytes) => {
        await drain(bytes);
        return {
          tables: () => Promise.resolve(part?.tables ?? {}),
          putInPlace: () => Promise.reject(new Error('The database could not be renamed.')),
          discard: () => Promise.resolve(),
        };
      },
    });
    const attempt = (destinations: Destination[]) =>
      restoreBackup({
        ...{ store: openFolderStore(folder), backup: made.name, identities: [keys.identity] },
        ...{ destinations, product: thisProduct(), report: silent },
      });
    await expect(attempt([stuck()])).rejects.toThrow(
      'could not be renamed. main: as before. Nothing was put in place.',
    );
    const first = postgresDestination({
      database: 'main',
      url: freshUrl(),
      replace: false,
      variables: process.env,
    });
    await expect(attempt([first, stuck()])).rejects.toThrow(
      'main: as before. main: restored already. They belong together: start nothing, and restore again with --replace.',
    );
  });

  it('of a database without our tables is a failure, and leaves nothing', async () => {
    if (!isOnServer) return;
    const url = freshUrl();
    await query(database.url, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
    const before = await listBackups(openFolderStore(folder));
    await expect(backUp({ url })).rejects.toThrow('holds no main data of Colloquy');
    await expect(backUp({ url: freshUrl() })).rejects.toThrow(
      "can't be reached: 3D000 (the server has no such database)",
    );
    expect(await listBackups(openFolderStore(folder))).toEqual(before);
  });
});

describe('refused before anything is touched', () => {
  let good: Manifest;
  let sealed: string;
  beforeAll(async () => {
    if (!isOnServer) return;
    good = await backUp();
    sealed = join(folder, good.name, 'main.postgres_dump.age');
  });

  /** Changes the stored files for one attempt, which has to fail and to leave no database behind. */
  async function refused(
    change: () => void,
    attempt: Partial<Restoring>,
    words: string | RegExp,
  ): Promise<void> {
    const manifest = join(folder, good.name, MANIFEST);
    const kept = [manifest, sealed].map((path) => [path, readFileSync(path)] as const);
    const url = freshUrl();
    const before = await namesLike('%');
    try {
      change();
      await expect(restore({ url, backup: good.name, ...attempt })).rejects.toThrow(words);
      const ours = (names: string[]) => names.filter((name) => made.some((each) => name.startsWith(each)));
      expect(ours(await namesLike('%'))).toEqual(ours(before));
    } finally {
      for (const [path, content] of kept) writeFileSync(path, content);
    }
  }

  const edit = (changes: (manifest: Manifest) => void) => () => {
    const path = join(folder, good.name, MANIFEST);
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    changes(manifest);
    writeFileSync(path, JSON.stringify(manifest));
  };
  const first = (manifest: Manifest) => {
    const [part] = manifest.parts;
    if (part === undefined) throw new Error('It has a part.');
    return part;
  };

  test('a dump that was cut off', async () => {
    if (!isOnServer) return;
    const bytes = readFileSync(sealed);
    const cuts = [0, 10, 200, Math.floor(bytes.length / 2), bytes.length - 1];
    for (const length of cuts) {
      await refused(() => writeFileSync(sealed, bytes.subarray(0, length)), {}, 'is not what was stored');
    }
  });

  test('a dump of which one byte was changed', async () => {
    if (!isOnServer) return;
    const bytes = readFileSync(sealed);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 50) ^ 1, bytes.length - 50);
    await refused(() => writeFileSync(sealed, bytes), {}, 'is not what was stored');
  });

  test('a dump that was cut off before it was encrypted, with a manifest that says so', async () => {
    if (!isOnServer) return;
    const half = await createBackup({
      sources: [
        {
          ...postgresSource({ database: 'main', url: database.url, schemas: null, variables: process.env }),
          hold: async () => {
            const moment = await postgresSource({
              database: 'main',
              url: database.url,
              schemas: null,
              variables: process.env,
            }).hold();
            return {
              ...moment,
              bytes: async function* () {
                let left = 20_000;
                for await (const chunk of moment.bytes()) {
                  yield chunk.subarray(0, left);
                  left -= chunk.length;
                  if (left <= 0) return;
                }
              },
            };
          },
        },
      ],
      omitted: [],
      store: openFolderStore(folder),
      recipients: [keys.recipient],
      product: '0.2.0',
      report: silent,
      now: () => new Date(Date.UTC(2020, 0, 1)),
    });
    await refused(() => undefined, { backup: half.name }, 'pg_restore');
  });

  test('a wrong key', async () => {
    if (!isOnServer) return;
    const { identity } = await newKeyPair();
    await refused(() => undefined, { identity }, "can't be decrypted");
  });

  test('a backup of a newer Colloquy', async () => {
    if (!isOnServer) return;
    const migrations = thisProduct().migrations.slice(0, -1);
    await refused(() => undefined, { migrations }, 'does not have, such as');
    await refused(
      edit((manifest) => void Object.assign(manifest, { format: 2 })),
      {},
      'newer version of Colloquy (format 2)',
    );
  });

  test('a dump of a newer PostgreSQL, and one with an extension that the server has not', async () => {
    if (!isOnServer) return;
    await refused(
      edit((manifest) => (first(manifest).server = '99.1')),
      {},
      'is that of PostgreSQL 99.1',
    );
    await refused(
      edit((manifest) => (first(manifest).extensions['no_such'] = { version: '1', schema: 'public' })),
      {},
      'no extension no_such 1',
    );
  });

  test('a backup that was never finished, one that is not there, and a database that it does not hold', async () => {
    if (!isOnServer) return;
    await refused(() => rmSync(join(folder, good.name, MANIFEST)), {}, 'never finished');
    await refused(() => undefined, { backup: 'colloquy-20000101T000000Z' }, 'has no backup');
    await refused(() => rmSync(sealed), {}, 'is missing in');
    await refused(() => undefined, { name: 'temporal' }, 'does not hold the database temporal');
    await refused(() => writeFileSync(join(folder, good.name, MANIFEST), '{'), {}, 'is damaged');
  });

  test('a server for which there is no pg_restore of its version', async () => {
    if (!isOnServer) return;
    const url = freshUrl();
    const restoring = restoreBackup({
      store: openFolderStore(folder),
      backup: good.name,
      identities: [keys.identity],
      destinations: [
        postgresDestination({ database: 'main', url, replace: false, variables: { PG_BIN: '/nowhere' } }),
      ],
      product: thisProduct(),
      report: silent,
    });
    await expect(restoring).rejects.toThrow(/PG_BIN \(\/nowhere\) has no pg_dump and pg_restore \d+/);
  });

  test('a restored database that is not equal is not put in place', async () => {
    if (!isOnServer) return;
    await refused(
      edit((manifest) => {
        const sum = first(manifest).tables['public.project'];
        if (sum !== undefined) sum.sum = '1';
      }),
      {},
      'public.project has the same number of rows, but not the same content',
    );
  });
});

test('a failed backup deletes no earlier one, and a successful one keeps seven days', async () => {
  if (!isOnServer) return;
  const into = join(folder, 'kept');
  for (let day = 0; day < 9; day += 1) await backUp({ into });
  const store = openFolderStore(into);
  const deleted = await prune(store, silent);
  expect(deleted.length).toBeGreaterThan(0);
  const { complete } = await listBackups(store);
  expect(complete.length + deleted.length).toBe(9);
  expect(readdirSync(into).sort()).toEqual(complete);
});

test('a backup that a wrong clock has named does not count as the newest', async () => {
  const store = openFolderStore(join(folder, 'clocks'));
  const manifest = (name: string) => putText(store, `${name}/${MANIFEST}`, '{"parts":[{"bytes":7}]}');
  await manifest('colloquy-20991231T030000Z');
  const now = new Date('2026-11-30T03:00:00Z');
  expect(await backupStatus(store, now)).toMatchObject({ backups: 1, newest: null });
  await manifest('colloquy-20261127T030000Z');
  expect((await backupStatus(store, now)).newest).toEqual({
    ...{ name: 'colloquy-20261127T030000Z', ageHours: 72, bytes: 7 },
  });
});

test('what was damaged in the storage is said in words', async () => {
  const store = openFolderStore(join(folder, 'damaged'));
  const key = `colloquy-20261127T030000Z/${MANIFEST}`;
  for (const text of ['{"parts":', '{"parts":[{"file":"main"}]}', '<html>Sign in</html>']) {
    await putText(store, key, text);
    await expect(backupStatus(store, new Date('2026-11-30'))).rejects.toThrow(`${key} in file://`);
  }
  await putText(store, key, '{"parts":[]}');
  await putText(store, 'last-drill.json', '[]');
  await expect(backupStatus(store, new Date('2026-11-30'))).rejects.toThrow('last-drill.json in file://');
});

test('differences are named by table', () => {
  const sums = { a: { rows: 1, sum: '5' }, b: { rows: 2, sum: '7' }, c: { rows: 0, sum: '0' } };
  expect(differences(sums, sums)).toEqual([]);
  expect(
    differences(sums, { a: { rows: 1, sum: '6' }, b: { rows: 3, sum: '7' }, d: { rows: 0, sum: '0' } }),
  ).toEqual([
    'a has the same number of rows, but not the same content',
    'b has 3 rows instead of 2',
    'c is missing',
    'd is there and was not',
  ]);
});
