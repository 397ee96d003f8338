import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { TableSums } from '../manifest.ts';

/** Generated columns of Temporal's schema have string literals in double quotes. */
export const TEMPORALS_SQL = { enableDoubleQuotedStringLiterals: true };

/** Counts and sums up every table of an SQLite file, which nobody else has open; fails if the file is damaged. */
export function sqliteSums(file: string): TableSums {
  const database = new DatabaseSync(file, { ...TEMPORALS_SQL, readOnly: true });
  try {
    const [check] = database.prepare('PRAGMA integrity_check').all();
    if (check?.['integrity_check'] !== 'ok') throw new Error(`${file} is damaged.`);
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all();
    return Object.fromEntries(tables.map(({ name }) => [String(name), sumOf(database, String(name))]));
  } finally {
    database.close();
  }
}

function sumOf(database: DatabaseSync, table: string): TableSums[string] {
  const statement = database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`);
  statement.setReadBigInts(true);
  let rows = 0;
  let sum = 0n;
  for (const row of statement.iterate()) {
    const hash = createHash('sha256');
    for (const [column, value] of Object.entries(row)) {
      hash.update(`${column}:${typeof value}:`);
      hash.update(value instanceof Uint8Array ? value : String(value));
      hash.update('\0');
    }
    rows += 1;
    // As for PostgreSQL: the order of rows does not matter.
    sum = BigInt.asUintN(64, sum + hash.digest().readBigUInt64BE());
  }
  return { rows, sum: String(sum) };
}
