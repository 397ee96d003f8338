import type { Database } from '../../../../platform/database.ts';
import { Prisma } from '../../../../prisma/generated/client.ts';
import { NEW_COUNT_LIMIT } from '../live/events.ts';
import { findByText } from './findByText.server.ts';
import { historyConditions } from './historyConditions.server.ts';
import type { HistoryPlace } from './historyCursor.ts';
import type { HistoryFilters } from './historyFilters.ts';

/** A page of the run history that somebody has open. */
export interface OpenPage {
  projectId: string;
  filters: HistoryFilters;
  /** Its newest row; null: it shows none. */
  newest: HistoryPlace | null;
}

/**
 * For each open page, how many conversations of its kind are newer than its newest row: one statement for all, and before
 * it the search of each page that shows nothing yet (a page with rows looks through the newer conversations alone).
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
        ? Prisma.sql`true`
        : Prisma.sql`(c.created_at, c.id) > (${newest.createdAt}::timestamptz, ${newest.id}::uuid)`;
    return Prisma.sql`SELECT ${index}::int AS page, count(*)::int AS count FROM (
      SELECT 1 FROM conversation c JOIN team_version v ON v.id = c.team_version_id
      WHERE ${historyConditions(projectId, filters, matches[index] ?? null)} AND ${beyond} LIMIT ${NEW_COUNT_LIMIT}) newer`;
  });
  const rows = await database.$queryRaw<{ page: number; count: number }[]>(
    Prisma.join(counts, ' UNION ALL '),
  );
  const byPage = new Map(rows.map(({ page, count }) => [page, count]));
  return pages.map((_, index) => byPage.get(index) ?? 0);
}
