import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import { API_CHARACTERS } from '../../views/text/shownLimits.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { API_MESSAGE_JSON, WHOLE_MESSAGE_JSON } from '../conversations/conversationColumns.server.ts';
import type { MessageView } from '../conversations/view.ts';
import { storedMessage, type StoredMessageRow } from './storedMessageRow.ts';

export interface ReadMessagesOptions {
  conversationId: string;
  /** Null: those of all runs. */
  run: number | null;
  /** Leaves out drafts, and what a person sent back. */
  onlyFinal: boolean;
  /** Only what stands after this place; null: from the beginning. */
  after: { position: number; seq: number } | null;
  limit: number;
  /** The whole of each text, or as much as the API gives of it. */
  texts: 'whole' | 'beginning';
}

export interface StoredMessage {
  message: MessageView;
  /** What the model call was for that it came from; null: it came from none. */
  purpose: string | null;
}

/** As many bytes of whole texts are read at once; one message at least. */
const MOST_WHOLE_BYTES = 8_000_000;

/** A part of a conversation's transcript, in its order. `goesOn`: it ends before the limit, because of its size. */
export async function readMessages(
  { projectId }: ProjectScope,
  { conversationId, run, onlyFinal, after, limit, texts }: ReadMessagesOptions,
): Promise<{ stored: StoredMessage[]; goesOn: boolean }> {
  const conditions = [
    Prisma.sql`m.project_id = ${projectId}::uuid`,
    Prisma.sql`m.conversation_id = ${conversationId}::uuid`,
    Prisma.sql`m.superseded_at IS NULL`,
  ];
  if (run !== null) conditions.push(Prisma.sql`m.run = ${run}`);
  if (onlyFinal) conditions.push(Prisma.sql`m.status = 'final'`);
  if (after !== null) {
    conditions.push(Prisma.sql`(m.position, m.seq) > (${BigInt(after.position)}, ${after.seq})`);
  }
  const where = Prisma.join(conditions, ' AND ');
  const { database } = services();
  const sizes = await database.$queryRaw<{ id: string; bytes: number }[]>(Prisma.sql`
    SELECT m.id, octet_length(m.content) + coalesce(octet_length(m.thought), 0)
                 + CASE WHEN pg_column_size(m.body) > 1000 THEN octet_length(m.body::text) ELSE 0 END AS bytes
    FROM message m
    WHERE ${where}
    ORDER BY m.position, m.seq, m.id
    LIMIT ${limit}`);
  const ids = fitting(sizes, texts);
  const rows = await database.$queryRaw<(Omit<StoredMessage, 'message'> & { message: StoredMessageRow })[]>(
    Prisma.sql`
    SELECT ${texts === 'whole' ? WHOLE_MESSAGE_JSON : API_MESSAGE_JSON} AS message,
           (SELECT k.purpose FROM model_call k WHERE k.id = m.model_call_id) AS purpose
    FROM message m
    LEFT JOIN "user" u ON u.id = m.user_id
    WHERE m.id = ANY(${ids}::uuid[]) AND m.project_id = ${projectId}::uuid
    ORDER BY m.position, m.seq, m.id`,
  );
  const stored = rows.map((row) => ({ ...row, message: storedMessage(row.message) }));
  return { stored, goesOn: ids.length < sizes.length };
}

/** The first of them that are read at once. */
function fitting(sizes: readonly { id: string; bytes: number }[], texts: 'whole' | 'beginning'): string[] {
  const ids: string[] = [];
  let bytes = 0;
  for (const size of sizes) {
    // A text of which only the beginning is given counts as that.
    bytes += texts === 'whole' ? size.bytes : Math.min(size.bytes, 4 * API_CHARACTERS.said);
    if (bytes > MOST_WHOLE_BYTES && ids.length > 0) break;
    ids.push(size.id);
  }
  return ids;
}
