import { z } from 'zod';
import { isOfTheFuture, timeOfBackup } from '../backup/backupName.ts';
import { parseJson } from '../parseJson.ts';

const lineSchema = z.looseObject({ level: z.string(), backup: z.string() });

/**
 * When the newest complete backup was made, by the lines of `npm run backup -- --list --json`; null if there is none. One of
 * a time that is yet to come at `now` doesn't count.
 */
export function newestBackup(lines: string, now?: Date): Date | null {
  const times = lines.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success || parsed.data.level !== 'info') return [];
    const at = timeOfBackup(parsed.data.backup);
    return at === null || (now !== undefined && isOfTheFuture(at, now)) ? [] : at.getTime();
  });
  return times.length === 0 ? null : new Date(Math.max(...times));
}
