import type { Database } from '../../../../platform/database.ts';
import { Prisma } from '../../../../prisma/generated/client.ts';
import { CONVERSATION_HEAD_JSON, OPEN_CALL_JSON } from './conversationColumns.server.ts';
import type { ConversationHead, LiveTextView, OpenCallView } from './view.ts';

/** A conversation that somebody watches, and what they know of it. */
export interface Watched {
  projectId: string;
  id: string;
  revision: number;
  /** The `liveKey` of the last look; an impossible one asks for the live text in any case. */
  liveKey: string;
}

/** For who has no use for the live text: it alone is no change. */
export const ANY_LIVE_KEY = '*';

export interface Look {
  head: ConversationHead;
  /** Which texts were being written, which version of each, and what models were being asked. */
  liveKey: string;
  live: LiveTextView[];
  openCalls: OpenCallView[];
}

/** A request that is being answered is for one of the newest places of the transcript: others need not be looked at. */
const NEWEST_PLACES = 64;

/** Those of the watched conversations that have changed since the last look: one statement for all open streams. */
export async function lookAtWatched(database: Database, watched: readonly Watched[]): Promise<Look[]> {
  if (watched.length === 0) return [];
  return database.$queryRaw<Look[]>(Prisma.sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS head, concat(l.key, '|', o.key) AS "liveKey", l.list AS live,
           o.list AS "openCalls"
    FROM unnest(
      ${watched.map(({ projectId }) => projectId)}::uuid[],
      ${watched.map(({ id }) => id)}::uuid[],
      ${watched.map(({ revision }) => BigInt(revision))}::bigint[],
      ${watched.map(({ liveKey }) => liveKey)}::text[]
    ) AS w(project_id, id, revision, live_key)
    JOIN conversation c ON c.id = w.id AND c.project_id = w.project_id
    CROSS JOIN LATERAL (
      SELECT
        coalesce(string_agg(concat_ws(':', seq, attempt, version), ' ' ORDER BY seq), '') AS key,
        coalesce(json_agg(json_strip_nulls(json_build_object('seq', seq, 'source', source, 'attempt', attempt, 'text', text,
          'length', CASE WHEN length > length(text) THEN length END)) ORDER BY seq), '[]') AS list
      FROM live_text WHERE conversation_id = c.id
    ) l
    CROSS JOIN LATERAL (
      SELECT coalesce(string_agg(k.id::text, ' ' ORDER BY k.started_at, k.id), '') AS key,
             coalesce(json_agg(${OPEN_CALL_JSON} ORDER BY k.started_at, k.id), '[]') AS list
      FROM model_call k
      WHERE k.conversation_id = c.id AND k.state = 'open' AND k.seq >= c.message_count - ${NEWEST_PLACES}::int
    ) o
    WHERE c.revision > w.revision OR (w.live_key <> ${ANY_LIVE_KEY} AND concat(l.key, '|', o.key) <> w.live_key)`);
}
