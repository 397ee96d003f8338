import { z } from 'zod';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { conversationStates } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Messages of a conversation that are named; there may be more. */
const MOST_MESSAGES = 20;

const citingRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(conversationStates),
  createdAt: z.date(),
  messageCount: z.int(),
  messages: z.array(
    z.object({
      id: z.string(),
      seq: z.int(),
      source: z.string(),
      createdAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      versions: z.array(z.int()),
    }),
  ),
  total: z.int(),
});

/** A conversation with the messages in it that cite a document: how many, and the newest of them. */
export type CitingConversation = Omit<z.output<typeof citingRow>, 'total'>;

/** Which messages cite what: a document, or one passage of it, whatever has become of it. */
export interface CitedThing {
  documentId: string;
  passageId?: string | undefined;
}

/**
 * The conversations that cite a document or a passage, newest first, and how many there are in all. Drafts, rejected messages and
 * superseded ones don't count.
 */
export async function listCitations(
  { projectId }: ProjectScope,
  { documentId, passageId }: CitedThing,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: CitingConversation[]; total: number }> {
  const cited = passageId === undefined ? [documentId] : [documentId, passageId];
  const read = (offset: number, limit: number) =>
    queryRows(
      services().database,
      // The conditions on rows and the function are those of the index message_cited_ids.
      sql`
      WITH citing AS MATERIALIZED (
        SELECT m.id, m.conversation_id, m.seq, m.source, m.created_at, m.citations,
               row_number() OVER (PARTITION BY m.conversation_id ORDER BY m.position DESC, m.seq DESC) AS place
        FROM message m
        WHERE m.project_id = ${projectId}::uuid AND m.superseded_at IS NULL AND m.citations IS NOT NULL
          AND m.status = 'final' AND cited_ids(m.citations) @> ${cited}::text[]
      )
      SELECT c.id, c.title, c.state, c.created_at AS "createdAt", k.message_count AS "messageCount", k.total,
             (SELECT json_agg(json_build_object(
                'id', m.id, 'seq', m.seq, 'source', m.source, 'createdAt', m.created_at,
                'versions', ARRAY(
                  SELECT DISTINCT (p -> 'documentVersion')::int
                  FROM jsonb_path_query(m.citations, 'lax $[*].passage') AS p
                  WHERE p ->> 'documentId' = ${documentId} ORDER BY 1)) ORDER BY m.place)
              FROM citing m WHERE m.conversation_id = c.id AND m.place <= ${MOST_MESSAGES}) AS messages
      FROM (SELECT conversation_id, count(*)::int AS message_count, (count(*) OVER ())::int AS total
            FROM citing GROUP BY conversation_id) k
        JOIN conversation c ON c.id = k.conversation_id AND c.project_id = ${projectId}::uuid
      ORDER BY c.created_at DESC, c.id DESC
      OFFSET ${offset} LIMIT ${limit}`,
      citingRow,
    );
  const rows = await read(skip, take);
  // Behind the last row nobody says how many there are.
  const total = rows[0]?.total ?? (skip === 0 ? 0 : ((await read(0, 1))[0]?.total ?? 0));
  return { rows: rows.map(({ total: _total, ...row }) => row), total };
}
