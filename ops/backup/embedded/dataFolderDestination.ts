import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { startEmbeddedDatabase } from '../../embedded/database.ts';
import { isAlive } from '../../start/processes.ts';
import { readRunning } from '../../start/runningFile.ts';
import { BackupError } from '../backupError.ts';
import type { Destination } from '../destination.ts';
import type { DatabaseName, Part } from '../manifest.ts';
import { connected, majorOf, reading, serverVersion } from '../postgres/connection.ts';
import { feed } from '../postgres/programs.ts';
import { tableSums } from '../postgres/tableSums.ts';
import type { Bytes } from '../sealing.ts';
import { sqliteSums } from './sqliteSums.ts';

export interface DataFolderOptions {
  database: DatabaseName;
  /** The data folder of `npm start`. */
  folder: string;
  /** Take the place of what is there; it is kept under another name. */
  replace: boolean;
}

/** The database of a data folder. */
export function embeddedPostgresDestination({ database, folder, replace }: DataFolderOptions): Destination {
  const place = placeIn(folder, ['postgres', 'session-secret'], replace);
  return {
    database,
    address: join(folder, 'postgres'),
    check: async (part) => {
      requireKind(part, 'embedded_postgres', folder);
      place.check();
      await requireSameServer(part, place.scratch);
    },
    read: async (bytes) => requireOurNames(await feed('tar', ['-tvf', '-'], '', bytes)),
    restore: async (_part, bytes) => {
      const scratch = place.makeScratch();
      try {
        await feed('tar', ['-xf', '-', '-C', scratch], '', bytes);
      } catch (error) {
        place.discard();
        throw error;
      }
      return {
        tables: async () => {
          const server = await startEmbeddedDatabase({
            folder: join(scratch, 'postgres'),
            logFile: join(scratch, 'restore.log'),
          });
          try {
            return await reading(server.url, (client) => tableSums(client, null));
          } finally {
            await server.stop();
          }
        },
        putInPlace: () => Promise.resolve(place.put()),
        discard: () => Promise.resolve(place.discard()),
      };
    },
  };
}

/** The file of a data folder's Temporal dev server. */
export function temporalFileDestination({ database, folder, replace }: DataFolderOptions): Destination {
  const place = placeIn(folder, ['temporal.db', 'temporal.db-wal', 'temporal.db-shm'], replace);
  return {
    database,
    address: join(folder, 'temporal.db'),
    check: async (part) => {
      requireKind(part, 'temporal_file', folder);
      await Promise.resolve(place.check());
    },
    read: requireSqlite,
    restore: async (_part, bytes) => {
      const file = join(place.makeScratch(), 'temporal.db');
      try {
        await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
      } catch (error) {
        place.discard();
        throw error;
      }
      return {
        tables: () => Promise.resolve(sqliteSums(file)),
        putInPlace: () => Promise.resolve(place.put()),
        discard: () => Promise.resolve(place.discard()),
      };
    },
  };
}

/** Files of a data folder that are restored beside those that are there, and then moved in their place. */
function placeIn(folder: string, names: readonly string[], replace: boolean) {
  const suffix = randomBytes(4).toString('hex');
  const scratch = join(folder, `restoring_${suffix}`);
  const kept = join(folder, `before_restore_${suffix}`);
  const present = () => names.filter((name) => existsSync(join(folder, name)));
  const discard = () => rmSync(scratch, { recursive: true, force: true });
  return {
    scratch,
    check: () => {
      const running = readRunning(join(folder, 'running.json'));
      if (running !== undefined && isAlive(running.pid)) {
        throw new BackupError(
          `Colloquy is running on ${folder} (process ${String(running.pid)}): stop it first.`,
        );
      }
      if (present().length > 0 && !replace) {
        throw new BackupError(
          `${folder} has a ${present()[0] ?? ''} already. Restore into another folder (--data-folder), or give --replace: what ` +
            'is there is then kept under another name.',
        );
      }
    },
    makeScratch: () => {
      mkdirSync(scratch, { recursive: true, mode: 0o700 });
      return scratch;
    },
    put: () => {
      const before = present();
      if (before.length > 0) mkdirSync(kept, { recursive: true, mode: 0o700 });
      for (const name of before) renameSync(join(folder, name), join(kept, name));
      for (const name of names) {
        if (existsSync(join(scratch, name))) renameSync(join(scratch, name), join(folder, name));
      }
      discard();
      return before.length > 0 ? `${kept}: what was there before; delete it when it is not needed` : null;
    },
    discard,
  };
}

function requireKind({ kind, database }: Part, wanted: Part['kind'], folder: string): void {
  if (kind === wanted) return;
  throw new BackupError(
    `The backup's ${database} is a ${kind}, which can't be restored into the data folder ${folder}.`,
  );
}

/** The files of one major version of PostgreSQL are not those of another. */
async function requireSameServer(part: Part, scratch: string): Promise<void> {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  try {
    const server = await startEmbeddedDatabase({ logFile: join(scratch, 'check.log') });
    try {
      const here = await connected(server.url, serverVersion);
      if (majorOf(here) !== majorOf(part.server)) {
        throw new BackupError(
          `The backup's database is that of an embedded PostgreSQL ${part.server}, and this Colloquy has ${here}: restore it with ` +
            'the version of Colloquy that made it.',
        );
      }
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A line of tar's list of a folder or a file (no link, no device) that a backup of ours has. */
const OUR_FILE = /^[d-].* (postgres(\/\S*)?|session-secret)$/;

/** Whoever can write to the storage can make an archive, as the public key is no secret: nothing of it may land elsewhere. */
function requireOurNames(list: string): void {
  const strange = list
    .split('\n')
    .find((line) => line !== '' && (!OUR_FILE.test(line) || /\/\.\.(\/|$)/.test(line)));
  if (strange === undefined) return;
  throw new BackupError(
    `The backup's archive holds what Colloquy does not put into one: ${strange.trim()}. Take another backup, and find out who writes to ` +
      'its storage.',
  );
}

async function requireSqlite(bytes: Bytes): Promise<void> {
  let head = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head.length < 16) head = Buffer.concat([head, chunk]).subarray(0, 16);
  }
  if (head.toString('latin1') !== 'SQLite format 3\0') {
    throw new BackupError(`The temporal.db of the backup is not an SQLite file. Take another backup.`);
  }
}
