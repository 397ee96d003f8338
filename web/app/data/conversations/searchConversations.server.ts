import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { queryRows, sql, type Statement } from '../../../../platform/sql.ts';
import { findByText } from './findByText.server.ts';
import { historyConditions } from './historyConditions.server.ts';
import type { HistoryFilters } from './historyFilters.ts';

/** How many conversations are read one by one before the index is used. */
const READ_FIRST = 500;

/** A page of the run history with a text to search for. */
interface SearchedPage<Row> {
  projectId: string;
  filters: HistoryFilters;
  /** The condition for the page's place and team, and its order; upwards means oldest first. */
  beyond: Statement;
  order: Statement;
  upwards: boolean;
  pageSize: number;
  /** Reads the page's rows under additional conditions, and one row more than `pageSize` if there is one. */
  read: (conditions: Statement) => Promise<Row[]>;
}

/**
 * The rows of a page whose conversations contain the text. A common word fills the page from the first
 * conversations, which are read one by one; the index would collect all matches first. A rarer text is found by
 * the index.
 */
export async function searchConversations<Row>(
  database: Database,
  { projectId, filters, beyond, order, upwards, pageSize, read }: SearchedPage<Row>,
): Promise<Row[]> {
  const [last] = await queryRows(
    database,
    sql`
    SELECT c.created_at AS "createdAt", c.id
    FROM conversation c JOIN team_version v ON v.id = c.team_version_id
    WHERE ${historyConditions(projectId, { ...filters, search: '' }, null)} AND ${beyond}
    ORDER BY ${order}
    OFFSET ${READ_FIRST - 1} LIMIT 1`,
    z.object({ createdAt: z.date(), id: z.string() }),
  );
  const oneByOne = historyConditions(projectId, filters, null);
  if (last === undefined) return read(oneByOne);
  const first = await read(sql`${oneByOne}
    AND (c.created_at, c.id) ${upwards ? sql`<=` : sql`>=`}
        (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`);
  if (first.length > pageSize) return first;
  return read(historyConditions(projectId, filters, await findByText(database, projectId, filters.search)));
}
