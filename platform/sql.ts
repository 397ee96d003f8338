import type { z } from 'zod';
import type { Database } from './database.ts';

/** A statement and its values, which travel apart from each other. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * A statement whose values become parameters: `` sql`SELECT … WHERE id = ${id}::uuid` ``. It has no name on the server,
 * so that it works through poolers and on the embedded database, whose clients share one session.
 */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  const text = parts.reduce((before, part, index) => `${before}$${String(index)}${part}`);
  return { text, values };
}

/**
 * Runs a statement and reads its rows; a row that is not what `row` says is an error. For paths where time counts: Prisma
 * takes three times as long for the same. Fails as the pool does (databasePool.ts).
 */
export async function queryRows<Row>(
  { $pool }: Pick<Database, '$pool'>,
  statement: Statement,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  const { rows } = await $pool.query<Record<string, unknown>>(statement);
  return rows.map((each) => row.parse(each));
}

/** Runs a statement; returns how many rows it wrote. */
export async function execute({ $pool }: Pick<Database, '$pool'>, statement: Statement): Promise<number> {
  const { rowCount } = await $pool.query(statement);
  return rowCount ?? 0;
}
