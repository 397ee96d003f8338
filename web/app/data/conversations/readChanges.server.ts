import { z } from 'zod';
import type { Database } from '../../../../platform/database.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import { CALL_JSON, callRow, TOOL_CALL_JSON, toolCallRow } from '../calls/callColumns.server.ts';
import type { ChangeEvent } from '../live/events.ts';
import { MESSAGE_JSON, messageRow } from '../messages/messageColumns.server.ts';
import { storedMessage } from '../messages/storedMessageRow.ts';
import { TASK_JSON, taskRow } from '../tasks/taskColumns.server.ts';
import { taskOfRow } from '../tasks/taskOfRow.ts';
import { controlOf } from './controlOf.ts';
import { CONVERSATION_HEAD_JSON, conversationHeadRow, RUN_JSON, runRow } from './headColumns.server.ts';
import type { ConversationHead } from './view.ts';

/** A conversation, and the revision up to which a watcher has seen it. */
export interface Seen {
  projectId: string;
  id: string;
  revision: number;
  /** Leaves out everything before this place; null leaves out nothing. */
  from: TranscriptPlace | null;
  /** Leaves out everything from this place on; null leaves out nothing. */
  to: TranscriptPlace | null;
  /** At most this many messages, those that changed first; null for all. */
  most?: number | null;
}

/** A place in the transcript, which is ordered by it. */
export interface TranscriptPlace {
  position: number;
  seq: number;
}

/** The changes since a revision, up to the revision in `conversation`. */
export interface Changes extends ChangeEvent {
  /** The revision that the reader had seen. */
  since: number;
  /** Whether there are more changes after these. */
  goesOn: boolean;
}

const changesRow = z.object({
  conversation: conversationHeadRow,
  runs: z.array(runRow),
  messages: z.array(messageRow),
  tasks: z.array(taskRow),
  calls: z.array(callRow),
  toolCalls: z.array(toolCallRow),
  stored: z.object({
    state: z.unknown(),
    speakers: z.array(z.object({ turn: z.int(), scope: z.string(), speaker: z.string() })),
  }),
  since: z.int(),
  upTo: z.int(),
});

/**
 * A manager's requests leave no message and come right before one: this is the most places before it to look at.
 */
const MANAGER_PLACES = 4;

const MOST_SEQ = 2 ** 31 - 1;

/**
 * Reads all changes of each conversation since the revision that was seen, with the revision that they lead to. It
 * is one statement, so one snapshot. Every write raises the conversation's revision under its row lock, so "all
 * rows with a later revision" is complete. Revision 0 returns everything. If there are more than `most` messages,
 * the result contains the complete changes up to an earlier revision, and the conversation is reported as running:
 * its end comes with the last part.
 */
export async function readChanges(database: Database, seen: readonly Seen[]): Promise<Changes[]> {
  if (seen.length === 0) return [];
  const rows = await queryRows(
    database,
    sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS conversation, runs.list AS runs, messages.list AS messages, tasks.list AS tasks, calls.list AS calls,
           tool_calls.list AS "toolCalls", control.stored AS stored,
           w.revision::int AS since, least(part.revision, c.revision)::int AS "upTo"
    FROM unnest(
      ${seen.map(({ projectId }) => projectId)}::uuid[],
      ${seen.map(({ id }) => id)}::uuid[],
      ${seen.map(({ revision }) => BigInt(revision))}::bigint[],
      ${seen.map(({ from }) => BigInt(from?.position ?? 0))}::bigint[],
      ${seen.map(({ from }) => from?.seq ?? 0)}::int[],
      ${seen.map(({ to }) => BigInt(to?.position ?? Number.MAX_SAFE_INTEGER))}::bigint[],
      ${seen.map(({ to }) => to?.seq ?? MOST_SEQ)}::int[],
      ${seen.map(({ most }) => most ?? 0)}::int[]
    ) AS w(project_id, id, revision, from_position, from_seq, to_position, to_seq, most)
    JOIN conversation c ON c.id = w.id AND c.project_id = w.project_id
    CROSS JOIN LATERAL (
      SELECT coalesce((
        SELECT m.revision FROM message m
        WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.revision > w.revision AND w.most > 0
        ORDER BY m.revision OFFSET greatest(w.most - 1, 0) LIMIT 1), ${Number.MAX_SAFE_INTEGER}::bigint) AS revision
    ) part
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${RUN_JSON} ORDER BY r.run), '[]') AS list
      FROM conversation_run r
      WHERE r.conversation_id = c.id AND r.project_id = c.project_id AND r.revision > w.revision AND r.revision <= part.revision
    ) runs
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${MESSAGE_JSON} ORDER BY m.position, m.seq, m.id), '[]') AS list, array_agg(m.seq) AS seqs
      FROM message m LEFT JOIN "user" u ON u.id = m.user_id
      WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.revision > w.revision AND m.revision <= part.revision
        AND (m.position, m.seq) >= (w.from_position, w.from_seq)
        AND (m.position, m.seq) < (w.to_position, w.to_seq)
        AND (w.revision > 0 OR m.superseded_at IS NULL)
    ) messages
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${TASK_JSON} ORDER BY t.opened_at, t.id), '[]') AS list, array_agg(t.seq) AS seqs
      FROM human_task t LEFT JOIN "user" u ON u.id = t.answered_by
      WHERE t.conversation_id = c.id AND t.project_id = c.project_id AND t.revision > w.revision AND t.revision <= part.revision
        AND ((t.seq >= w.from_seq AND t.seq < w.to_seq) OR t.state = 'open')
    ) tasks
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${CALL_JSON} ORDER BY k.started_at, k.id), '[]') AS list
      FROM model_call k
      WHERE k.conversation_id = c.id AND k.project_id = c.project_id AND (
        k.seq = ANY(messages.seqs || tasks.seqs)
        OR (k.purpose <> 'reply' AND k.seq >= w.from_seq AND k.seq < w.to_seq AND (
          w.revision = 0 OR k.seq >= (SELECT min(places.seq) FROM unnest(messages.seqs) AS places(seq)) - ${MANAGER_PLACES}::int)
          AND (part.revision >= c.revision OR k.seq <= (SELECT max(places.seq) FROM unnest(messages.seqs) AS places(seq))))
        -- Those of the reply under way: their outcome changes before there is a message.
        OR k.seq > (SELECT coalesce(max(m.seq), -1) FROM message m WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.superseded_at IS NULL))
    ) calls
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${TOOL_CALL_JSON} ORDER BY o.seq, o.index, o.id), '[]') AS list
      FROM tool_call o
      WHERE o.conversation_id = c.id AND o.project_id = c.project_id AND o.revision > w.revision AND o.revision <= part.revision
        AND ((o.seq >= w.from_seq AND o.seq < w.to_seq) OR o.seq = ANY(messages.seqs))
    ) tool_calls
    CROSS JOIN LATERAL (
      SELECT json_build_object(
        'state', CASE WHEN c.ended_at IS NOT NULL THEN c.final_state ELSE (
          SELECT t.state_before FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id ORDER BY t.turn DESC, t.started_at DESC LIMIT 1)
        END,
        'speakers', (
          SELECT coalesce(json_agg(json_build_object('turn', t.turn, 'scope', t.scope, 'speaker', t.speaker)), '[]')
          FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id AND c.ended_at IS NULL AND t.turn >= (
            SELECT max(own.turn) FROM turn own WHERE own.conversation_id = c.id AND own.project_id = c.project_id AND own.scope = ''))
      ) AS stored
    ) control`,
    changesRow,
  );
  return rows.map(({ stored, upTo, ...row }) => ({
    ...row,
    conversation: headUpTo(row.conversation, upTo),
    goesOn: upTo < row.conversation.revision,
    messages: row.messages.map(storedMessage),
    tasks: row.tasks.map(taskOfRow),
    control: controlOf(stored, row.conversation),
  }));
}

/** A conversation as it was before the end, for a part that stops at a revision. */
function headUpTo(head: ConversationHead, revision: number): ConversationHead {
  if (revision >= head.revision) return head;
  const underWay = isAtRest(head) ? ({ state: 'running', stopReason: null, endedAt: null } as const) : {};
  return { ...head, ...underWay, revision };
}
