import { backupOfKey, MANIFEST } from './backupName.ts';
import { removeAll } from './createBackup.ts';
import type { Report } from './report.ts';
import { expiredBackups } from './retention.ts';
import type { BackupStore } from './store/backupStore.ts';

/** The backups of a store, oldest first: those that are complete, and what others have left. */
export async function listBackups(store: BackupStore): Promise<{ complete: string[]; unfinished: string[] }> {
  const keys = await store.list();
  const all = [...new Set(keys.flatMap((key) => backupOfKey(key) ?? []))].sort();
  const hasManifest = new Set(keys);
  const isComplete = (name: string) => hasManifest.has(`${name}/${MANIFEST}`);
  return { complete: all.filter(isComplete), unfinished: all.filter((name) => !isComplete(name)) };
}

/** Deletes backups that are not kept any longer; called after a backup has succeeded, and never otherwise. */
export async function prune(store: BackupStore, report: Report): Promise<string[]> {
  const { complete, unfinished } = await listBackups(store);
  const expired = expiredBackups(complete, unfinished);
  for (const name of expired) {
    await removeAll(store, name);
    report.info(`deleted ${name}, which is not kept any longer`, { backup: name });
  }
  return expired;
}
