import { Prisma } from '../../../prisma/generated/client.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import type { MessageView } from '../conversations/view.ts';
import { services } from '../services.server.ts';
import { MESSAGE_JSON } from './conversationColumns.server.ts';

export interface ReadMessagesOptions {
  conversationId: string;
  /** Null: those of all runs. */
  run: number | null;
  /** Leaves out drafts, and what a person sent back. */
  onlyFinal: boolean;
  /** Only what stands after this place; null: from the beginning. */
  after: { position: number; seq: number } | null;
  limit: number;
}

export interface StoredMessage {
  message: MessageView;
  /** What the model call was for that it came from; null: it came from none. */
  purpose: string | null;
}

/** A part of a conversation's transcript, in its order. */
export async function readMessages(
  { projectId }: ProjectScope,
  { conversationId, run, onlyFinal, after, limit }: ReadMessagesOptions,
): Promise<StoredMessage[]> {
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
  return services().database.$queryRaw<StoredMessage[]>(Prisma.sql`
    SELECT ${MESSAGE_JSON} AS message,
           (SELECT k.purpose FROM model_call k WHERE k.id = m.model_call_id) AS purpose
    FROM message m
    LEFT JOIN "user" u ON u.id = m.user_id
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY m.position, m.seq, m.id
    LIMIT ${limit}`);
}
