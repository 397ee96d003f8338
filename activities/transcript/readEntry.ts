import type { Database } from '../../platform/database.ts';

/** What the model thought beside a message of the transcript; null: there is no such message. */
export async function readEntry(
  database: Database,
  conversationId: string,
  seq: number,
): Promise<{ thought: string | null } | null> {
  return database.message.findFirst({
    where: { conversationId, seq, supersededAt: null },
    select: { thought: true },
  });
}
