import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { OPEN_CALL_JSON, openCallRow } from '../calls/callColumns.server.ts';
import type { OpenCallView } from '../calls/callView.ts';
import type { LiveTextView } from '../messages/messageView.ts';
import { CONVERSATION_HEAD_JSON, conversationHeadRow } from './headColumns.server.ts';
import type { ConversationHead } from './view.ts';

/** A watched conversation, and what its watchers have seen. */
export interface Watched {
  projectId: string;
  id: string;
  revision: number;
  /** The `liveKey` of the last poll. A key that can't occur always requests the live text. */
  liveKey: string;
}

/** For watchers that ignore live text: a change of it alone is not a change. */
export const ANY_LIVE_KEY = '*';

export interface Look {
  head: ConversationHead;
  /** Identifies the texts being written, their versions, and the open requests to models. */
  liveKey: string;
  live: LiveTextView[];
  openCalls: OpenCallView[];
}

const lookRow = z.object({
  head: conversationHeadRow,
  liveKey: z.string(),
  live: z.array(
    z.object({
      seq: z.int(),
      source: z.string(),
      attempt: z.int(),
      text: z.string(),
      length: z.int().optional(),
    }),
  ),
  openCalls: z.array(openCallRow),
});

/** Open requests always belong to one of the newest places of the transcript; older places are skipped. */
const NEWEST_PLACES = 64;

/**
 * Finds the watched conversations that have changed since the last poll, in one statement for all open streams.
 */
export async function lookAtWatched(database: Database, watched: readonly Watched[]): Promise<Look[]> {
  if (watched.length === 0) return [];
  return queryRows(
    database,
    sql`
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
      FROM live_text WHERE conversation_id = c.id AND project_id = c.project_id
    ) l
    CROSS JOIN LATERAL (
      SELECT coalesce(string_agg(k.id::text, ' ' ORDER BY k.started_at, k.id), '') AS key,
             coalesce(json_agg(${OPEN_CALL_JSON} ORDER BY k.started_at, k.id), '[]') AS list
      FROM model_call k
      WHERE k.conversation_id = c.id AND k.project_id = c.project_id AND k.state = 'open' AND k.seq >= c.message_count - ${NEWEST_PLACES}::int
    ) o
    WHERE c.revision > w.revision OR (w.live_key <> ${ANY_LIVE_KEY} AND concat(l.key, '|', o.key) <> w.live_key)`,
    lookRow,
  );
}
