import type { BackupSettings } from '../settings.ts';
import type { BackupStore } from './backupStore.ts';
import { openFolderStore } from './folderStore.ts';
import { openS3Store } from './s3Store.ts';

export function openStore({ target }: Pick<BackupSettings, 'target'>): BackupStore {
  return target.kind === 'folder' ? openFolderStore(target.folder) : openS3Store(target);
}
