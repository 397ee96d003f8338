import type { Database } from '../../../platform/database.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import type { ChangeEvent } from '../live/events.ts';
import { CALL_JSON, CONVERSATION_HEAD_JSON, MESSAGE_JSON, TASK_JSON } from './conversationColumns.server.ts';
import { taskView, type TaskRow } from './taskView.ts';

/** A conversation, and up to which revision somebody has seen it. */
export interface Seen {
  projectId: string;
  id: string;
  revision: number;
  /** Messages before this one are left out. */
  fromSeq: number;
}

type Row = Omit<ChangeEvent, 'tasks'> & { tasks: TaskRow[] };

/**
 * All that has changed in each conversation since the revision that was seen, and the revision that it adds up to: one
 * statement, so one snapshot. Every write raises the conversation's revision under its row lock, which makes "all rows
 * of a later revision" complete. Revision 0 gives everything.
 */
export async function readChanges(database: Database, seen: readonly Seen[]): Promise<ChangeEvent[]> {
  if (seen.length === 0) return [];
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS conversation, messages.list AS messages, tasks.list AS tasks, calls.list AS calls
    FROM unnest(
      ${seen.map(({ projectId }) => projectId)}::uuid[],
      ${seen.map(({ id }) => id)}::uuid[],
      ${seen.map(({ revision }) => BigInt(revision))}::bigint[],
      ${seen.map(({ fromSeq }) => fromSeq)}::int[]
    ) AS w(project_id, id, revision, from_seq)
    JOIN conversation c ON c.id = w.id AND c.project_id = w.project_id
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${MESSAGE_JSON} ORDER BY m.seq, m.id), '[]') AS list, array_agg(m.seq) AS seqs
      FROM message m LEFT JOIN "user" u ON u.id = m.user_id
      WHERE m.conversation_id = c.id AND m.revision > w.revision AND m.seq >= w.from_seq
        AND (w.revision > 0 OR m.superseded_at IS NULL)
    ) messages
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${TASK_JSON} ORDER BY t.opened_at, t.id), '[]') AS list, array_agg(t.seq) AS seqs
      FROM human_task t LEFT JOIN "user" u ON u.id = t.answered_by
      WHERE t.conversation_id = c.id AND t.revision > w.revision AND (t.seq >= w.from_seq OR t.state = 'open')
    ) tasks
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${CALL_JSON} ORDER BY k.started_at, k.id), '[]') AS list
      FROM model_call k
      WHERE k.conversation_id = c.id AND (
        k.seq = ANY(messages.seqs || tasks.seqs)
        -- Those of the reply under way: their outcome changes before there is a message.
        OR k.seq > (SELECT coalesce(max(m.seq), -1) FROM message m WHERE m.conversation_id = c.id AND m.superseded_at IS NULL))
    ) calls`);
  return rows.map((row) => ({ ...row, tasks: row.tasks.map(taskView) }));
}
