/** The object that a backup is complete with: it is written last. */
export const MANIFEST = 'manifest.json';

const NAME = /^colloquy-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/**
 * The name of the backup that begins at this time: the folder of its objects. Names sort by age.
 *
 * @example backupName(new Date('2026-11-29T03:00:00Z')) // 'colloquy-20261129T030000Z'
 */
export function backupName(at: Date): string {
  return `colloquy-${at.toISOString().replace(/\.\d+|[-:]/g, '')}`;
}

/** When the backup of this name began; null: we have not made such a name. */
export function timeOfBackup(name: string): Date | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  const at = new Date(`${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
  // A date such as the 31st of February is not ours either.
  return Number.isNaN(at.getTime()) || backupName(at) !== name ? null : at;
}

/** So much may the clocks of two machines differ. */
const CLOCKS_DIFFER_MS = 60 * 60_000;

/**
 * Whether a backup was named by a clock that went wrong. It may be whole, but it says nothing of how old the newest one is, and
 * would for years.
 */
export function isOfTheFuture(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() > now.getTime() + CLOCKS_DIFFER_MS;
}

/** The backup that an object belongs to, by its key; null: it is not ours. */
export function backupOfKey(key: string): string | null {
  const [name = '', file, ...deeper] = key.split('/');
  return file && deeper.length === 0 && timeOfBackup(name) !== null ? name : null;
}
