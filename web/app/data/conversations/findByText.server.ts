import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { containsPattern } from './containsPattern.ts';

/** With more matches than this, reading conversations one by one is faster than collecting all matches. */
const MATCHES_MAX = 20_000;

/**
 * Finds the conversations of a project that contain a text in their title or messages, using the gram index
 * (`search_grams` in the database). Returns null if the index can't help because the text is too short (one
 * character, or two letters of an alphabet) or has too many matches. Then each conversation has to be read.
 */
export async function findByText(
  database: Database,
  projectId: string,
  search: string,
): Promise<string[] | null> {
  const [asked] = await queryRows(
    database,
    sql`SELECT search_grams(${search}, true)::text AS grams`,
    z.object({ grams: z.string() }),
  );
  if (asked === undefined || asked.grams === '{}') return null;
  const grams = sql`${asked.grams}::bigint[]`;
  const pattern = containsPattern(search);
  const limit = MATCHES_MAX + 1;
  const current = sql`m.project_id = ${projectId}::uuid AND m.superseded_at IS NULL`;
  // One row with all ids: a row for each would take longer to read than to find.
  const [matches] = await queryRows(
    database,
    sql`
    SELECT count(*)::int AS count, coalesce(json_agg(DISTINCT id), '[]') AS ids FROM (
      (SELECT c.id FROM conversation c
       WHERE c.project_id = ${projectId}::uuid AND search_grams(c.title, false) @> ${grams}
         AND c.title ILIKE ${pattern}
       LIMIT ${limit})
      UNION ALL
      (SELECT m.conversation_id FROM message m
       WHERE ${current} AND search_grams(m.content, false) @> ${grams} AND m.content ILIKE ${pattern}
       LIMIT ${limit})
      UNION ALL
      (SELECT m.conversation_id FROM message m
       WHERE ${current} AND length(m.content) > 20000 AND m.content ILIKE ${pattern}
       LIMIT ${limit})) matches`,
    z.object({ count: z.int(), ids: z.array(z.string()) }),
  );
  return matches === undefined || matches.count > MATCHES_MAX ? null : matches.ids;
}
