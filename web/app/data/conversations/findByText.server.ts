import type { Database } from '../../../../platform/database.ts';
import { Prisma } from '../../../../prisma/generated/client.ts';
import { containsPattern } from './containsPattern.ts';

/** Of more matches than these, a walk through the conversations in their order meets the first ones sooner. */
const MATCHES_MAX = 1_000;

/**
 * The conversations of a project with a text in their title or in one of their messages, by the index on grams
 * (`search_grams` in the database). Null: they are to be looked for one by one, since the index knows nothing of a text
 * this short (one character, or two of an alphabet), or since there are many.
 */
export async function findByText(
  database: Database,
  projectId: string,
  search: string,
): Promise<string[] | null> {
  const [asked] = await database.$queryRaw<{ grams: string }[]>`
    SELECT search_grams(${search}, true)::text AS grams`;
  if (asked === undefined || asked.grams === '{}') return null;
  const grams = Prisma.sql`${asked.grams}::bigint[]`;
  const pattern = containsPattern(search);
  const limit = MATCHES_MAX + 1;
  const current = Prisma.sql`m.project_id = ${projectId}::uuid AND m.superseded_at IS NULL`;
  const matches = await database.$queryRaw<{ id: string }[]>`
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
     LIMIT ${limit})`;
  return matches.length > MATCHES_MAX ? null : [...new Set(matches.map(({ id }) => id))];
}
