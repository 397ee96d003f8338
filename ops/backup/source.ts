import type { DatabaseName, Extensions, PartKind, TableSums } from './manifest.ts';
import type { Bytes } from './sealing.ts';

/** A database that is backed up. */
export interface Source {
  database: DatabaseName;
  /** Its address for people. */
  address: string;
  /** Takes hold of what it shows now, and of nothing that comes later. */
  hold: () => Promise<Held>;
}

/** One moment of a database, which stays the same until it is released. */
export interface Held {
  kind: PartKind;
  server: string;
  tool: string;
  asOf: Date;
  extensions: Extensions;
  schemas: string[] | null;
  /** The migrations of ours that were applied. */
  migrations: string[];
  tables: () => Promise<TableSums>;
  bytes: () => Bytes;
  release: () => Promise<void>;
}
