import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../embedded/database.ts';
import { writeRunning } from '../../start/runningFile.ts';
import { createBackup } from '../createBackup.ts';
import { thisProduct } from '../installation.ts';
import type { DatabaseName } from '../manifest.ts';
import { restoreBackup } from '../restoreBackup.ts';
import { newKeyPair } from '../sealing.ts';
import { installationSources } from '../sources.ts';
import { openFolderStore } from '../store/folderStore.ts';
import { embeddedPostgresDestination, temporalFileDestination } from './dataFolderDestination.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder: string;
let keys: Awaited<ReturnType<typeof newKeyPair>>;
const inside = (...names: string[]) => join(folder, ...names);
let temporal: DatabaseSync;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-embedded-'));
  keys = await newKeyPair();
  mkdirSync(inside('data', 'logs'), { recursive: true });
  writeFileSync(inside('data', 'session-secret'), 'a secret of at least so many characters\n');
  const database = await run();
  execFileSync(
    process.execPath,
    ['--no-warnings', fileURLToPath(new URL('../../migrate.ts', import.meta.url))],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: database.url,
        KNOWLEDGE_DATABASE_URL: '',
        SUPABASE_URL: '',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await query(
    database.url,
    `INSERT INTO project (id, slug, name) SELECT gen_random_uuid(), 'p' || n, '' FROM generate_series(1, 200) n`,
  );
  await database.stop();
  temporal = new DatabaseSync(inside('data', 'temporal.db'), { enableDoubleQuotedStringLiterals: true });
  temporal.exec(
    'PRAGMA journal_mode = wal; CREATE TABLE executions (id INTEGER PRIMARY KEY, data BLOB, big INTEGER)',
  );
  // As in Temporal's own schema.
  temporal.exec(
    `CREATE TABLE visibility (data TEXT, name TEXT GENERATED ALWAYS AS (json_extract(data, "$.name")) STORED);
    INSERT INTO visibility (data) VALUES ('{"name":"here"}')`,
  );
  const insert = temporal.prepare('INSERT INTO executions VALUES (?, ?, ?)');
  for (let id = 1; id <= 300; id += 1) insert.run(id, Buffer.from([id % 256, 0, 1]), 2n ** 60n + BigInt(id));
});
afterAll(() => {
  temporal.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The database as `npm start` runs it. */
async function run(): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({ folder: inside('data', 'postgres'), logFile: inside('postgres.log') });
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

let day = 0;
async function backUp(into: string) {
  day += 1;
  return createBackup({
    ...installationSources({}, inside('data'), []),
    store: openFolderStore(inside(into)),
    recipients: [keys.recipient],
    product: '0.2.0',
    report: silent,
    now: () => new Date(Date.UTC(2026, 10, day)),
  });
}

async function restore(from: string, to: string, replace = false) {
  const options = (database: DatabaseName) => ({ database, folder: inside(to), replace });
  return restoreBackup({
    store: openFolderStore(inside(from)),
    backup: 'latest',
    identities: [keys.identity],
    destinations: [
      embeddedPostgresDestination(options('main')),
      temporalFileDestination(options('temporal')),
    ],
    product: thisProduct(),
    report: silent,
  });
}

async function projectsIn(data: string): Promise<number> {
  const database = await startEmbeddedDatabase({
    folder: inside(data, 'postgres'),
    logFile: inside('look.log'),
  });
  try {
    return (await query(database.url, 'SELECT FROM project')).length;
  } finally {
    await database.stop();
  }
}

/** Its name, its type as tar has it ("0": a file, "1" and "2": links, "3": a device, "5": a folder), and where a link leads. */
type TarEntry = readonly [name: string, type: string, target?: string];

/** An archive of empty files, with any names. */
function tarOf(entries: readonly TarEntry[]): Buffer {
  const headers = entries.map(([name, type, target = '']) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000600\0' + '0000000\0'.repeat(2) + '00000000000\0'.repeat(2) + ' '.repeat(8) + type, 100);
    header.write(target, 157);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return header;
  });
  return Buffer.concat([...headers, Buffer.alloc(1_024)]);
}

describe('the data folder of `npm start`', () => {
  it('is backed up while it is not running, and restored into another folder', async () => {
    const manifest = await backUp('a');
    expect(manifest.parts.map(({ database, kind }) => `${database}: ${kind}`)).toEqual([
      'main: embedded_postgres',
      'temporal: temporal_file',
    ]);
    expect(manifest.parts[1]?.tables['executions']?.rows).toBe(300);
    expect(existsSync(inside('data', 'running.json'))).toBe(false);
    await restore('a', 'restored');
    expect(readdirSync(inside('restored')).sort()).toEqual(['postgres', 'session-secret', 'temporal.db']);
    expect(await projectsIn('restored')).toBe(200);
    await expect(restore('a', 'restored')).rejects.toThrow('has a postgres already');
    const { kept } = await restore('a', 'restored', true);
    expect(kept).toHaveLength(2);
    expect(await projectsIn('restored')).toBe(200);
  });

  it('is backed up while it runs: writers wait, and go on with the session as it was', async () => {
    const database = await run();
    try {
      writeRunning(inside('data', 'running.json'), {
        pid: process.pid,
        children: [database.pid],
        databaseUrl: database.url,
      });
      const settings = await query(database.url, 'SHOW search_path');
      let written = 0;
      let isOver = false;
      const writing = (async () => {
        while (!isOver) {
          await query(
            database.url,
            `INSERT INTO project (id, slug, name) VALUES (gen_random_uuid(), 'w${String(written)}', '')`,
          );
          written += 1;
        }
      })();
      const manifest = await backUp('b');
      isOver = true;
      await writing;
      const rows = manifest.parts[0]?.tables['public.project']?.rows ?? 0;
      expect(rows).toBeGreaterThanOrEqual(200);
      expect(await query(database.url, 'SELECT FROM project')).toHaveLength(200 + written);
      expect(await query(database.url, 'SHOW search_path')).toEqual(settings);
      await expect(restore('b', 'data', true)).rejects.toThrow('Colloquy is running on');
    } finally {
      await database.stop();
      rmSync(inside('data', 'running.json'), { force: true });
    }
    await restore('b', 'restored while running');
    expect(await projectsIn('restored while running')).toBeGreaterThanOrEqual(200);
  });

  it.each<[string, readonly TarEntry[]]>([
    ['a name that leads out of it', [['postgres/../../evil', '0']]],
    ['a name from the root', [['/etc/evil', '0']]],
    ['a name that is not ours', [['running.json', '0']]],
    ['a link out of it', [['postgres', '2', '/etc']]],
    ['a link as the secret', [['session-secret', '2', '/etc/passwd']]],
    ['a second name of a file', [['postgres/a', '1', '/etc/passwd']]],
    ['a device', [['postgres/null', '3']]],
  ])('is refused from an archive that has %s, before anything is unpacked', async (_what, entries) => {
    const destination = embeddedPostgresDestination({
      database: 'main',
      folder: inside('new'),
      replace: false,
    });
    const bytesOf = async function* (all: readonly TarEntry[]) {
      yield await Promise.resolve(tarOf(all));
    };
    const ours: TarEntry[] = [
      ['postgres/', '5'],
      ['postgres/PG_VERSION', '0'],
      ['session-secret', '0'],
    ];
    await destination.read(bytesOf(ours));
    await expect(destination.read(bytesOf([...ours, ...entries]))).rejects.toThrow(
      'holds what Colloquy does not put into one',
    );
    expect(existsSync(inside('new'))).toBe(false);
  });

  it('is refused where there is none, and where a server was backed up', async () => {
    const sources = () => installationSources({}, inside('nowhere'), ['temporal']).sources;
    await expect(sources()[0]?.hold()).rejects.toThrow('There is no database in');
    const address = inside('new', 'temporal.db');
    const destination = temporalFileDestination({
      database: 'temporal',
      folder: inside('new'),
      replace: false,
    });
    expect(destination.address).toBe(address);
    async function* notSqlite() {
      yield await Promise.resolve(Buffer.from('PGDMP and so on, long enough'));
    }
    await expect(destination.read(notSqlite())).rejects.toThrow('is not an SQLite file');
  });
});
