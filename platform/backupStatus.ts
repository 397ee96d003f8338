import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What `npm run backup -- --status` prints, as far as it is shown. */
const statusSchema = z.looseObject({
  backups: z.int(),
  newest: z.looseObject({ name: z.string(), ageHours: z.number(), bytes: z.number() }).nullable(),
  lastDrill: z
    .looseObject({ backup: z.string(), drilledAt: z.iso.datetime(), succeeded: z.boolean() })
    .nullable(),
});

export type BackupStatus = z.infer<typeof statusSchema>;

const TIMEOUT_MS = 30_000;
/** Backups are made once a day, and each reading costs a process and requests to their storage. */
const FRESH_MS = 10 * 60_000;

const command = fileURLToPath(new URL('../ops/backup.ts', import.meta.url));

/**
 * Reads the age of the newest backup and the last drill where `BACKUP_TARGET` says where backups are; null if it does not.
 * Rejects if they can't be read. An answer is used again for ten minutes, a failure is not.
 */
export function createBackupStatus(
  variables: Record<string, string | undefined>,
  now: () => number,
): () => Promise<BackupStatus | null> {
  let read: { atMs: number; status: BackupStatus } | undefined;
  let reading: Promise<BackupStatus> | undefined;
  const ask = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', command, '--status'], {
      env: { ...variables, NODE_ENV: 'production', NODE_OPTIONS: '' },
      timeout: TIMEOUT_MS,
    });
    read = { atMs: now(), status: statusSchema.parse(JSON.parse(stdout)) };
    return read.status;
  };
  return () => {
    if ((variables['BACKUP_TARGET'] ?? '').trim() === '') return Promise.resolve(null);
    if (read !== undefined && now() - read.atMs < FRESH_MS) return Promise.resolve(read.status);
    // Each reading is a process: where the storage does not answer, everybody waits for the same one.
    reading ??= ask().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
