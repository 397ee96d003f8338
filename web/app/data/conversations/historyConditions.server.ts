import { Prisma } from '../../../../prisma/generated/client.ts';
import { containsPattern } from './containsPattern.ts';
import type { HistoryFilters } from './historyFilters.ts';

/**
 * The run history's filters as SQL, over the aliases `c` (conversation) and `v` (its team version). `found` is what
 * `findByText` found for the search; where it is null, each conversation's title and messages are read.
 */
export function historyConditions(
  projectId: string,
  filters: HistoryFilters,
  found: readonly string[] | null,
): Prisma.Sql {
  const conditions = [Prisma.sql`c.project_id = ${projectId}::uuid`];
  if (filters.state !== null) conditions.push(Prisma.sql`c.state = ${filters.state}`);
  if (filters.teamId !== null) conditions.push(Prisma.sql`v.team_id = ${filters.teamId}::uuid`);
  if (filters.search !== '') {
    conditions.push(found === null ? contains(filters.search) : Prisma.sql`c.id = ANY(${found}::uuid[])`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** `OFFSET 0` keeps the planner from reading the messages of all before it looks at the first conversations. */
function contains(search: string): Prisma.Sql {
  const pattern = containsPattern(search);
  return Prisma.sql`(c.title ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM message m
    WHERE m.conversation_id = c.id AND m.superseded_at IS NULL AND m.content ILIKE ${pattern} OFFSET 0))`;
}
