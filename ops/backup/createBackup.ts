import { BackupError } from './backupError.ts';
import { backupName, backupOfKey, MANIFEST } from './backupName.ts';
import { type DatabaseName, type Manifest, type Part, rowsOf, type TableSums } from './manifest.ts';
import { inSeconds, type Report } from './report.ts';
import { type Bytes, drain, Measure, seal } from './sealing.ts';
import type { Held, Source } from './source.ts';
import { type BackupStore, putText } from './store/backupStore.ts';

export interface BackupOptions {
  /**
   * In the order in which they are taken hold of: a database before those that its steps write to, so that of two moments the
   * later one is that of the rows.
   */
  sources: readonly Source[];
  omitted: DatabaseName[];
  store: BackupStore;
  recipients: string[];
  product: string;
  report: Report;
  now: () => Date;
}

/**
 * Makes a backup and returns its manifest. All databases are held at nearly the same moment, then written one after the other,
 * encrypted as they are read. What was stored is read again, and its checksum compared; only then the manifest is written, and
 * the backup counts. If anything fails, what was stored is removed.
 */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  const { sources, store, now, report } = options;
  const startedAt = now();
  const name = backupName(startedAt);
  if ((await store.list()).some((key) => backupOfKey(key) === name)) {
    throw new BackupError(`${store.address} already has ${name}: try again in a second.`);
  }
  const held: { source: Source; moment: Held }[] = [];
  try {
    for (const source of sources) held.push({ source, moment: await source.hold() });
    const parts: Part[] = [];
    for (const each of held) parts.push(await storePart(name, each, options));
    const manifest: Manifest = {
      format: 1,
      name,
      product: options.product,
      startedAt: startedAt.toISOString(),
      endedAt: now().toISOString(),
      parts,
      omitted: options.omitted,
    };
    await putText(store, `${name}/${MANIFEST}`, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } catch (error) {
    await removeAll(store, name).catch((cause: unknown) => {
      report.warn('could not remove what the failed backup had stored', { backup: name, err: cause });
    });
    throw error;
  } finally {
    // A connection that broke can't be released; the backup has failed for that reason already.
    await Promise.allSettled(held.map(({ moment }) => moment.release()));
  }
}

/** Removes all objects of a backup, the manifest first: half of it is no backup. */
export async function removeAll(store: BackupStore, name: string): Promise<void> {
  const keys = (await store.list()).filter((key) => backupOfKey(key) === name);
  const manifest = `${name}/${MANIFEST}`;
  for (const key of keys.toSorted((a, b) => Number(b === manifest) - Number(a === manifest))) {
    await store.remove(key);
  }
}

async function storePart(
  name: string,
  { source, moment }: { source: Source; moment: Held },
  { store, recipients, report }: BackupOptions,
): Promise<Part> {
  const { database } = source;
  const began = performance.now();
  const tables = await moment.tables();
  requireContent(source, tables);
  const file = `${database}.${moment.kind}.age`;
  const key = `${name}/${file}`;
  const [plain, sealed] = [new Measure(), new Measure()];
  await store.put(key, sealed.of(seal(plain.of(notEmpty(moment.bytes(), source)), recipients)));
  await requireStored(store, key, sealed);
  report.info(
    `${database}: ${String(rowsOf(tables))} rows in ${String(Object.keys(tables).length)} tables stored`,
    {
      backup: name,
      database,
      bytes: sealed.bytes,
      plainBytes: plain.bytes,
      seconds: inSeconds(performance.now() - began),
    },
  );
  const { kind, server, tool, asOf, extensions, schemas, migrations } = moment;
  return {
    ...{ database, kind, file, server, tool, extensions, schemas, migrations, tables },
    bytes: sealed.bytes,
    sha256: sealed.sha256(),
    plainBytes: plain.bytes,
    asOf: asOf.toISOString(),
  };
}

/** A database without tables is the wrong one, or was emptied: its dump would count as a backup, and push out the good ones. */
function requireContent({ database, address }: Source, tables: TableSums): void {
  const names = Object.keys(tables);
  const needed: Record<DatabaseName, (name: string) => boolean> = {
    main: (name) => name === 'public._prisma_migrations',
    knowledge: (name) => name.startsWith('knowledge.'),
    temporal: (name) => /(^|\.)executions$/.test(name),
    temporal_visibility: (name) => name.endsWith('executions_visibility'),
  };
  const isThere = needed[database];
  const rows = names.filter(isThere).reduce((sum, name) => sum + (tables[name]?.rows ?? 0), 0);
  if (!names.some(isThere) || (database === 'main' && rows === 0)) {
    throw new BackupError(
      `The database ${address} holds no ${database} data of Colloquy's (${String(names.length)} tables): there is nothing to ` +
        'back up. Is the address right?',
    );
  }
}

async function* notEmpty(bytes: Bytes, { address }: Source): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    yield chunk;
  }
  if (length === 0) throw new BackupError(`The dump of ${address} is empty.`);
}

/** Reads an object again, as a restore will: what a disk or a network has changed is noticed now. */
async function requireStored(store: BackupStore, key: string, expected: Measure): Promise<void> {
  const found = new Measure();
  const bytes = await store.get(key);
  if (bytes !== null) await drain(found.of(bytes));
  if (bytes === null || found.bytes !== expected.bytes || found.sha256() !== expected.sha256()) {
    throw new BackupError(
      `${store.address} did not keep ${key} as it was sent (${String(found.bytes)} of ${String(expected.bytes)} bytes).`,
    );
  }
}
