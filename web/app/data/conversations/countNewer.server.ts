import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { joinSql, queryRows, sql } from '../../../../platform/sql.ts';
import { NEW_COUNT_LIMIT } from '../live/events.ts';
import { findByText } from './findByText.server.ts';
import { historyConditions } from './historyConditions.server.ts';
import type { HistoryPlace } from './historyCursor.ts';
import type { HistoryFilters } from './historyFilters.ts';

/** An open page of the run history. */
export interface OpenPage {
  projectId: string;
  filters: HistoryFilters;
  /** Its newest row; null if it is empty. */
  newest: HistoryPlace | null;
}

/**
 * For each open page, counts the conversations that match its filters and are newer than its newest row, in one
 * statement for all pages. A page with a search but no rows needs a search of its own before that; a page with
 * rows only searches the newer conversations.
 */
export async function countNewer(database: Database, pages: readonly OpenPage[]): Promise<number[]> {
  if (pages.length === 0) return [];
  const matches = await Promise.all(
    pages.map(async ({ projectId, filters, newest }) =>
      filters.search === '' || newest !== null ? null : await findByText(database, projectId, filters.search),
    ),
  );
  const counts = pages.map(({ projectId, filters, newest }, index) => {
    const beyond =
      newest === null
        ? sql`true`
        : sql`(c.created_at, c.id) > (${newest.createdAt}::timestamptz, ${newest.id}::uuid)`;
    return sql`SELECT ${index}::int AS page, count(*)::int AS count FROM (
      SELECT 1 FROM conversation c JOIN team_version v ON v.id = c.team_version_id
      WHERE ${historyConditions(projectId, filters, matches[index] ?? null)} AND ${beyond} LIMIT ${NEW_COUNT_LIMIT}) newer`;
  });
  const rows = await queryRows(
    database,
    joinSql(counts, ' UNION ALL '),
    z.object({ page: z.int(), count: z.int() }),
  );
  const byPage = new Map(rows.map(({ page, count }) => [page, count]));
  return pages.map((_, index) => byPage.get(index) ?? 0);
}
