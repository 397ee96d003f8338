import { z } from 'zod';
import { parseJson } from '../parseJson.ts';
import { BackupError } from './backupError.ts';
import { isOfTheFuture, MANIFEST, timeOfBackup } from './backupName.ts';
import { listBackups } from './prune.ts';
import { type BackupStore, putText, readText } from './store/backupStore.ts';

/** The report of the last drill, beside the backups. */
const LAST_DRILL = 'last-drill.json';

const drillSchema = z.looseObject({
  backup: z.string(),
  drilledAt: z.iso.datetime(),
  succeeded: z.boolean(),
});

/** How old the newest backup is, and what the last drill found. */
export interface BackupStatus {
  target: string;
  backups: number;
  newest: { name: string; ageHours: number; bytes: number } | null;
  lastDrill: (z.infer<typeof drillSchema> & { ageDays: number }) | null;
}

/** Keeps a drill's report where the backups are: whoever has one may run it, wherever. */
export async function storeDrill(
  store: BackupStore,
  drill: { backup: string; drilledAt: string; succeeded: boolean },
): Promise<void> {
  await putText(store, LAST_DRILL, `${JSON.stringify(drill, null, 2)}\n`);
}

export async function backupStatus(store: BackupStore, now: Date): Promise<BackupStatus> {
  const { complete } = await listBackups(store);
  const name = complete.findLast((each) => !isOfTheFuture(timeOfBackup(each), now));
  return {
    target: store.address,
    backups: complete.length,
    newest:
      name === undefined ? null : { name, ageHours: ageOf(name, now), bytes: await bytesOf(store, name) },
    lastDrill: await lastDrill(store, now),
  };
}

function ageOf(name: string, now: Date): number {
  const at = timeOfBackup(name) ?? now;
  return Math.round((now.getTime() - at.getTime()) / 360_000) / 10;
}

const sizesSchema = z.object({ parts: z.array(z.object({ bytes: z.number() })) });

async function bytesOf(store: BackupStore, name: string): Promise<number> {
  const sizes = await readObject(store, `${name}/${MANIFEST}`, sizesSchema);
  return (sizes?.parts ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
}

async function lastDrill(store: BackupStore, now: Date): Promise<BackupStatus['lastDrill']> {
  const drill = await readObject(store, LAST_DRILL, drillSchema);
  if (drill === null) return null;
  return { ...drill, ageDays: Math.round((now.getTime() - Date.parse(drill.drilledAt)) / 8_640_000) / 10 };
}

/** An object's content, checked; null: there is none. */
async function readObject<T>(store: BackupStore, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readText(store, key);
  if (text === null) return null;
  const content = schema.safeParse(parseJson(text));
  if (content.success) return content.data;
  throw new BackupError(`${key} in ${store.address} is damaged: it is not what Colloquy wrote there.`);
}
