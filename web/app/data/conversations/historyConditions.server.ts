import { joinSql, sql, type Statement } from '../../../../platform/sql.ts';
import { containsPattern } from './containsPattern.ts';
import type { HistoryFilters } from './historyFilters.ts';

/**
 * The run history's filters as SQL, over the aliases `c` (conversation) and `v` (its team version). `found` is the
 * result of `findByText` for the search; if it is null, each conversation's title and messages are read.
 */
export function historyConditions(
  projectId: string,
  filters: HistoryFilters,
  found: readonly string[] | null,
): Statement {
  const conditions = [sql`c.project_id = ${projectId}::uuid`];
  if (filters.state !== null) conditions.push(sql`c.state = ${filters.state}`);
  if (filters.teamId !== null) conditions.push(sql`v.team_id = ${filters.teamId}::uuid`);
  if (filters.search !== '') {
    conditions.push(found === null ? contains(filters.search) : sql`c.id = ANY(${found}::uuid[])`);
  }
  return joinSql(conditions, ' AND ');
}

/** `OFFSET 0` keeps the planner from reading all messages before it looks at the first conversations. */
function contains(search: string): Statement {
  const pattern = containsPattern(search);
  return sql`(c.title ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM message m
    WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.superseded_at IS NULL AND m.content ILIKE ${pattern} OFFSET 0))`;
}
