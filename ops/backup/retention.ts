import { timeOfBackup } from './backupName.ts';

/** So many days, weeks and months keep their newest backup. */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

const DAY_MS = 86_400_000;

/** What was left by a backup that broke off is removed once it is older than this: no backup takes so long. */
const UNFINISHED_FOR_MS = 2 * DAY_MS;

/**
 * The backups to delete. Kept is the newest of each of the last 7 days that have one, of the last 4 weeks (from Monday, UTC)
 * and of the last 12 months, so the newest always is. Days without a backup don't count: after a long pause no old one is
 * lost. Names that are not ours are never returned.
 */
export function expiredBackups(complete: readonly string[], unfinished: readonly string[]): string[] {
  const newestFirst = complete
    .filter((name) => timeOfBackup(name) !== null)
    .sort()
    .reverse();
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const kept = new Set([
    ...newestOfEach(newestFirst, KEPT.days, (at) => Math.floor(at.getTime() / DAY_MS)),
    // The first day of Unix time was a Thursday.
    ...newestOfEach(newestFirst, KEPT.weeks, (at) => Math.floor((at.getTime() / DAY_MS + 3) / 7)),
    ...newestOfEach(newestFirst, KEPT.months, (at) => at.getUTCFullYear() * 12 + at.getUTCMonth()),
  ]);
  const latest = timeOfBackup(newest)?.getTime() ?? 0;
  const leftBehind = unfinished.filter((name) => {
    const at = timeOfBackup(name);
    return at !== null && latest - at.getTime() > UNFINISHED_FOR_MS;
  });
  return [...newestFirst.filter((name) => !kept.has(name)), ...leftBehind];
}

function newestOfEach(
  newestFirst: readonly string[],
  count: number,
  periodOf: (at: Date) => number,
): string[] {
  const newest = new Map<number, string>();
  for (const name of newestFirst) {
    const at = timeOfBackup(name);
    if (at !== null && !newest.has(periodOf(at))) newest.set(periodOf(at), name);
  }
  return [...newest.values()].slice(0, count);
}
