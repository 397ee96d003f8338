import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { types } from 'node:util';
import { BackupError } from '../backupError.ts';
import type { BackupStore } from './backupStore.ts';

/** What is still being written ends in this. */
const UNFINISHED = '.unfinished';

/** Backups in a folder of this machine, or of a disk that is mounted on it. */
export function openFolderStore(folder: string): BackupStore {
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  return {
    address: `file://${folder}`,
    put: async (key, bytes) => {
      const path = pathOf(key);
      const unfinished = `${path}${UNFINISHED}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600 }));
        await writeThrough(unfinished);
        await rename(unfinished, path);
      } catch (error) {
        // Where it can't be removed, the first failure says why.
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw explained(error, folder);
      }
    },
    get: async (key) => {
      const path = pathOf(key);
      try {
        await access(path);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw explained(error, folder);
      }
      return createReadStream(path) as AsyncIterable<Uint8Array>;
    },
    list: async () => {
      try {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
          .map((path) => path.split(sep).join('/'));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return [];
        throw explained(error, folder);
      }
    },
    remove: async (key) => {
      const path = pathOf(key);
      await rm(path, { force: true });
      // Its folder goes with its last file.
      await rmdir(dirname(path)).catch((error: unknown) => {
        if (!['ENOTEMPTY', 'ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
      });
    },
  };
}

/** A power cut after a backup must not undo it. */
async function writeThrough(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return types.isNativeError(error) && 'code' in error ? String(error.code) : '';
}

function explained(error: unknown, folder: string): unknown {
  const advice: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EACCES: 'it may not be written or read by this user',
    EROFS: 'it is read-only',
    ENOTDIR: 'it is no folder',
  };
  const reason = advice[codeOf(error)];
  return reason === undefined
    ? error
    : new BackupError(`The folder ${folder} (BACKUP_TARGET) can't be used: ${reason}.`, { cause: error });
}
