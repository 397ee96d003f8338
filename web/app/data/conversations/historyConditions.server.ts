import { Prisma } from '../../../../prisma/generated/client.ts';
import type { HistoryFilters } from './historyFilters.ts';

/**
 * The run history's filters as SQL, over the aliases `c` (conversation) and `v` (its team version). The search is an
 * ILIKE over titles and messages: no index serves it, which is fast enough for some ten thousand messages of a project.
 */
export function historyConditions(projectId: string, filters: HistoryFilters): Prisma.Sql {
  const conditions = [Prisma.sql`c.project_id = ${projectId}::uuid`];
  if (filters.state !== null) conditions.push(Prisma.sql`c.state = ${filters.state}`);
  if (filters.teamId !== null) conditions.push(Prisma.sql`v.team_id = ${filters.teamId}::uuid`);
  if (filters.search !== '') {
    const pattern = containsPattern(filters.search);
    conditions.push(Prisma.sql`(c.title ILIKE ${pattern} OR EXISTS (
      SELECT 1 FROM message m
      WHERE m.conversation_id = c.id AND m.superseded_at IS NULL AND m.content ILIKE ${pattern}))`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** The LIKE pattern for "contains these very characters". @example containsPattern('50%') // "%50\\%%" */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
