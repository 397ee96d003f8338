import type { DatabaseName, Part, TableSums } from './manifest.ts';
import type { Bytes } from './sealing.ts';

/** Where a part of a backup is restored to. */
export interface Destination {
  database: DatabaseName;
  /** Its address for people. */
  address: string;
  /** Looks whether the part fits, and changes nothing; throws a BackupError that says why it does not. */
  check: (part: Part) => Promise<void>;
  /** Reads the part to its end as a restore does, and keeps nothing. */
  read: (bytes: Bytes) => Promise<void>;
  /** Restores the part beside what is there, which stays as it is. */
  restore: (part: Part, bytes: Bytes) => Promise<Restored>;
}

/** What was restored and is not in its place yet. */
export interface Restored {
  tables: () => Promise<TableSums>;
  /** Puts it in its place; returns where what was there before is kept, in words. */
  putInPlace: () => Promise<string | null>;
  discard: () => Promise<void>;
}
