import type { z } from 'zod';
import { Prisma } from '../prisma/generated/client.ts';
import type { Database, Transaction } from './database.ts';

// The one place for statements that Prisma's typed client can't say, or says too slowly.

/** A statement and its values, which travel apart from each other. */
export type Statement = Prisma.Sql;

/**
 * A statement whose values become parameters: `` sql`SELECT … WHERE id = ${id}::uuid` ``; what is itself made with `sql`
 * becomes a part of it. It has no name on the server, so that it works through poolers and on the embedded database,
 * whose clients share one session.
 */
export const sql = Prisma.sql;

/** Values, or parts made with `sql`, one after another: with commas between them, or with what is given. */
export const joinSql = Prisma.join;

/**
 * Runs a statement on the pool and reads its rows; a row that is not what `row` says is an error. For paths where time
 * counts: Prisma takes three times as long for the same. Fails as the pool does (databasePool.ts).
 */
export async function queryRows<Row>(
  { $pool }: Pick<Database, '$pool'>,
  { text, values }: Statement,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  const { rows } = await $pool.query<Record<string, unknown>>({ text, values });
  return rows.map((each) => row.parse(each));
}

/** Runs a statement on the pool; returns how many rows it wrote. */
export async function execute({ $pool }: Pick<Database, '$pool'>, statement: Statement): Promise<number> {
  const { rowCount } = await $pool.query({ text: statement.text, values: statement.values });
  return rowCount ?? 0;
}

/** The same as queryRows within a transaction of Prisma's, whose connection it uses. A bigint comes as one. */
export async function queryRowsIn<Row>(
  transaction: Pick<Transaction, '$queryRaw'>,
  statement: Statement,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  const rows = await transaction.$queryRaw<unknown[]>(statement);
  return rows.map((each) => row.parse(each));
}

/** The same as execute within a transaction of Prisma's. */
export async function executeIn(
  transaction: Pick<Transaction, '$executeRaw'>,
  statement: Statement,
): Promise<number> {
  return transaction.$executeRaw(statement);
}
