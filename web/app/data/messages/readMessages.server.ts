import { z } from 'zod';
import { joinSql, queryRows, sql } from '../../../../platform/sql.ts';
import { callPurposes } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import { API_CHARACTERS } from '../../views/text/shownLimits.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { API_MESSAGE_JSON, messageRow, WHOLE_MESSAGE_JSON } from './messageColumns.server.ts';
import type { MessageView } from './messageView.ts';
import { storedMessage } from './storedMessageRow.ts';

export interface ReadMessagesOptions {
  conversationId: string;
  /** Null for all runs. */
  run: number | null;
  /** Leaves out drafts and rejected messages. */
  onlyFinal: boolean;
  /** Only messages after this place; null to start at the beginning. */
  after: { position: number; seq: number } | null;
  limit: number;
  /** Texts in full, or cut to the API's limit. */
  texts: 'whole' | 'beginning';
}

export interface StoredMessage {
  message: MessageView;
  /** The purpose of the model call that produced it; null if no call did. */
  purpose: string | null;
}

const sizeRow = z.object({ id: z.string(), bytes: z.int() });
const storedRow = z.object({ message: messageRow, purpose: z.enum(callPurposes).nullable() });

/** The most bytes of full texts read at once; at least one message is read. */
const MOST_WHOLE_BYTES = 8_000_000;

/** Part of a conversation's transcript, in order. `goesOn`: it stops before the limit because of its size. */
export async function readMessages(
  { projectId }: ProjectScope,
  { conversationId, run, onlyFinal, after, limit, texts }: ReadMessagesOptions,
): Promise<{ stored: StoredMessage[]; goesOn: boolean }> {
  const conditions = [
    sql`m.project_id = ${projectId}::uuid`,
    sql`m.conversation_id = ${conversationId}::uuid`,
    sql`m.superseded_at IS NULL`,
  ];
  if (run !== null) conditions.push(sql`m.run = ${run}`);
  if (onlyFinal) conditions.push(sql`m.status = 'final'`);
  if (after !== null) {
    conditions.push(sql`(m.position, m.seq) > (${BigInt(after.position)}, ${after.seq})`);
  }
  const where = joinSql(conditions, ' AND ');
  const { database } = services();
  const sizes = await queryRows(
    database,
    sql`
    SELECT m.id, octet_length(m.content) + coalesce(octet_length(m.thought), 0)
                 + CASE WHEN pg_column_size(m.body) > 1000 THEN octet_length(m.body::text) ELSE 0 END AS bytes
    FROM message m
    WHERE ${where}
    ORDER BY m.position, m.seq, m.id
    LIMIT ${limit}`,
    sizeRow,
  );
  const ids = fitting(sizes, texts);
  const rows = await queryRows(
    database,
    sql`
    SELECT ${texts === 'whole' ? WHOLE_MESSAGE_JSON : API_MESSAGE_JSON} AS message,
           (SELECT k.purpose FROM model_call k WHERE k.id = m.model_call_id AND k.project_id = m.project_id) AS purpose
    FROM message m
    LEFT JOIN "user" u ON u.id = m.user_id
    WHERE m.id = ANY(${ids}::uuid[]) AND m.project_id = ${projectId}::uuid
    ORDER BY m.position, m.seq, m.id`,
    storedRow,
  );
  const stored = rows.map((row) => ({ ...row, message: storedMessage(row.message) }));
  return { stored, goesOn: ids.length < sizes.length };
}

/** The first messages that fit into one read. */
function fitting(sizes: readonly { id: string; bytes: number }[], texts: 'whole' | 'beginning'): string[] {
  const ids: string[] = [];
  let bytes = 0;
  for (const size of sizes) {
    // A cut text counts only with its beginning.
    bytes += texts === 'whole' ? size.bytes : Math.min(size.bytes, 4 * API_CHARACTERS.message);
    if (bytes > MOST_WHOLE_BYTES && ids.length > 0) break;
    ids.push(size.id);
  }
  return ids;
}
