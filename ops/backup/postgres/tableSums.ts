import pg from 'pg';
import type { TableSums } from '../manifest.ts';

interface Table {
  schema: string;
  name: string;
}

/**
 * The tables (of these schemas, or of all) that a backup holds. Those without a write-ahead log (the text that is just being
 * written) are no part of it, as they don't outlive a crash.
 */
export async function tablesOf(client: pg.Client, schemas: readonly string[] | null): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `
    SELECT n.nspname AS schema, c.relname AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p'
      AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
      AND ($1::text[] IS NULL OR n.nspname = ANY ($1))
      AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e'
      )
    ORDER BY 1, 2`,
    [schemas],
  );
  return rows;
}

/**
 * Counts and sums up each of these tables, as the connection's transaction sees them. The sum adds up the first 60 bits of each
 * row's MD5, so the order of rows does not matter.
 */
export async function tableSums(client: pg.Client, schemas: readonly string[] | null): Promise<TableSums> {
  const sums: TableSums = {};
  for (const { schema, name } of await tablesOf(client, schemas)) {
    const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    const { rows } = await client.query<{ rows: string; sum: string }>(`
      SELECT count(*)::text AS rows,
             coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text AS sum
      FROM ${table} t`);
    sums[`${schema}.${name}`] = { rows: Number(rows[0]?.rows), sum: rows[0]?.sum ?? '' };
  }
  return sums;
}

/** The tables that differ, in words; empty: none does. */
export function differences(expected: TableSums, found: TableSums): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    const [before, now] = [expected[name], found[name]];
    if (before === undefined) return [`${name} is there and was not`];
    if (now === undefined) return [`${name} is missing`];
    if (before.rows !== now.rows)
      return [`${name} has ${String(now.rows)} rows instead of ${String(before.rows)}`];
    return before.sum === now.sum ? [] : [`${name} has the same number of rows, but not the same content`];
  });
}
