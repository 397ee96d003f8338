import { BackupError } from './backupError.ts';
import { MANIFEST } from './backupName.ts';
import { type Product, refusal } from './compatibility.ts';
import type { Destination, Restored } from './destination.ts';
import { type Manifest, type Part, readManifest, rowsOf } from './manifest.ts';
import { differences } from './postgres/tableSums.ts';
import { listBackups } from './prune.ts';
import { inSeconds, type Report } from './report.ts';
import { type Bytes, drain, Measure, unseal } from './sealing.ts';
import { type BackupStore, readText } from './store/backupStore.ts';

export interface RestoreOptions {
  store: BackupStore;
  /** The backup's name, or `latest`. */
  backup: string;
  identities: string[];
  destinations: readonly Destination[];
  product: Product;
  report: Report;
}

/** A backup that was read to its end and fits its destinations. */
export interface CheckedBackup {
  manifest: Manifest;
  pairs: { part: Part; destination: Destination }[];
}

/** How long the steps took, and what was kept of what was there before. */
export interface RestoreReport {
  backup: string;
  checkSeconds: number;
  restoreSeconds: number;
  tables: number;
  rows: number;
  kept: string[];
}

/** The manifest of a backup. */
export async function findBackup(store: BackupStore, backup: string): Promise<Manifest> {
  const { complete, unfinished } = await listBackups(store);
  const name = backup === 'latest' ? complete.at(-1) : backup;
  if (name === undefined) throw new BackupError(`${store.address} has no complete backup.`);
  const text = await readText(store, `${name}/${MANIFEST}`);
  if (text !== null) return readManifest(name, text);
  throw new BackupError(
    unfinished.includes(name)
      ? `${name} was never finished: it has no manifest. Choose another: ${complete.slice(-3).join(', ') || 'there is none'}.`
      : `${store.address} has no backup ${name}. The newest are: ${complete.slice(-3).join(', ') || 'none'}.`,
  );
}

/**
 * Checks all that can be checked before anything is touched: that this version knows the backup, that each destination takes its
 * part, and that each part is whole, by its checksum, by decrypting it, and by reading it as the restore will.
 */
export async function checkBackup(options: RestoreOptions): Promise<CheckedBackup> {
  const { store, destinations, product, report } = options;
  const manifest = await findBackup(store, options.backup);
  const reason = refusal(manifest, product);
  if (reason !== null) throw new BackupError(reason);
  const pairs = destinations.map((destination) => {
    const part = manifest.parts.find(({ database }) => database === destination.database);
    if (part === undefined) {
      throw new BackupError(
        `${manifest.name} does not hold the database ${destination.database}` +
          `${manifest.omitted.includes(destination.database) ? ': it was left out when the backup was made' : ''}. ` +
          `It holds: ${manifest.parts.map(({ database }) => database).join(', ')} (choose with --only).`,
      );
    }
    return { part, destination };
  });
  for (const { part, destination } of pairs) await destination.check(part);
  for (const { part, destination } of pairs) {
    await readPart(options, manifest, part, (plain) => destination.read(plain));
    report.info(`${part.database}: whole`, {
      backup: manifest.name,
      database: part.database,
      bytes: part.bytes,
    });
  }
  return { manifest, pairs };
}

/**
 * Restores a backup. Everything is checked, then restored beside what is there, then compared with the counts and checksums
 * that were taken with the backup; only then it is put in its place.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { report } = options;
  const began = performance.now();
  const { manifest, pairs } = await checkBackup(options);
  const checked = performance.now();
  const restored: Restored[] = [];
  const kept: string[] = [];
  let [tables, rows] = [0, 0];
  try {
    for (const { part, destination } of pairs) {
      const partBegan = performance.now();
      await readPart(options, manifest, part, async (plain) => {
        restored.push(await destination.restore(part, plain));
      });
      const differing = differences(part.tables, (await restored.at(-1)?.tables()) ?? {});
      if (differing.length > 0) {
        throw new BackupError(
          `What was restored to ${destination.address} differs from what was backed up: ${differing.slice(0, 5).join('; ')}. ` +
            'Nothing was put in place.',
        );
      }
      tables += Object.keys(part.tables).length;
      rows += rowsOf(part.tables);
      report.info(`${part.database}: restored; counts and checksums of all tables are equal`, {
        backup: manifest.name,
        database: part.database,
        tables: Object.keys(part.tables).length,
        seconds: inSeconds(performance.now() - partBegan),
      });
    }
  } catch (error) {
    await Promise.allSettled(restored.map((each) => each.discard()));
    throw error;
  }
  for (const [index, each] of restored.entries()) {
    try {
      const where = await each.putInPlace();
      if (where !== null) kept.push(where);
    } catch (error) {
      throw new BackupError(halfInPlace(pairs, index, error), { cause: error });
    }
  }
  return {
    backup: manifest.name,
    checkSeconds: inSeconds(checked - began),
    restoreSeconds: inSeconds(performance.now() - checked),
    tables,
    rows,
    kept,
  };
}

/** What an operator has to know where not all parts could be put in their places. */
function halfInPlace(pairs: CheckedBackup['pairs'], failedAt: number, error: unknown): string {
  const names = pairs.map(({ part }) => part.database);
  const done = names.slice(0, failedAt);
  const reason = error instanceof Error ? error.message : String(error);
  return (
    `${reason} ${names.slice(failedAt).join(', ')}: as before. ` +
    (done.length === 0
      ? 'Nothing was put in place.'
      : `${done.join(', ')}: restored already. They belong together: start nothing, and restore again with --replace.`)
  );
}

/** Gives a part to `work`, decrypted, and compares its length and checksum. */
async function readPart(
  { store, identities }: RestoreOptions,
  { name }: Manifest,
  part: Part,
  work: (plain: Bytes) => Promise<void>,
): Promise<void> {
  const key = `${name}/${part.file}`;
  const sealed = await store.get(key);
  if (sealed === null) throw new BackupError(`${key} is missing in ${store.address}. Choose another backup.`);
  const measure = new Measure();
  const measured = measure.of(sealed);
  const changed = () =>
    new BackupError(
      `${key} is not what was stored (${String(measure.bytes)} of ${String(part.bytes)} bytes, or another checksum): it was cut ` +
        'off or changed. Choose another backup.',
    );
  try {
    await work(unseal(measured, identities, key));
  } catch (error) {
    // What is cut off also fails later on; its checksum says it best. A wrong key stops before the end is reached.
    await drain(measured).catch(() => undefined);
    if (measure.bytes !== part.bytes || measure.sha256() !== part.sha256) throw changed();
    throw error;
  }
  await drain(measured);
  if (measure.bytes !== part.bytes || measure.sha256() !== part.sha256) throw changed();
}
