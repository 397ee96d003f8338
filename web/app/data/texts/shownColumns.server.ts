import { sql, type Statement } from '../../../../platform/sql.ts';

// Columns cut to what is shown: how to read the beginning of a text, and JSON with its long strings cut.

/** More characters than any text has. */
export const WHOLE = 2_000_000_000;

/** The beginning of a text. PostgreSQL unpacks no more than that. */
export function beginning(column: Statement, most: number): Statement {
  return sql`left(${column}, ${most}::int)`;
}

/** The size in bytes of a text that is cut; null if it is complete. */
export function cutBytes(column: Statement, most: number): Statement {
  return sql`CASE WHEN octet_length(${column}) > ${most}::int
    AND octet_length(${column}) > octet_length(left(${column}, ${most}::int)) THEN octet_length(${column}) END`;
}

/** JSON with its long strings cut (shown_json); short JSON is not searched. */
export function shownJson(column: Statement, most: number): Statement {
  if (most === WHOLE) return column;
  return sql`CASE WHEN pg_column_size(${column}) <= 1000 THEN ${column} ELSE shown_json(${column}, ${most}::int) END`;
}

/** Whether the result of shownJson contains marks to unpack. */
export function isPacked(column: Statement, most: number): Statement {
  if (most === WHOLE) return sql`false`;
  return sql`coalesce(pg_column_size(${column}) > 1000, false)`;
}
