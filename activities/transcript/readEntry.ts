import type { Database } from '../../platform/database.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';

/** What a model thought beside a message of the transcript, and what goes back to it; null: there is no such message. */
export async function readEntry(
  database: Database,
  conversationId: string,
  seq: number,
): Promise<{ thought: string | null; giveBack: GiveBack | null } | null> {
  const row = await database.message.findFirst({
    where: { conversationId, seq, supersededAt: null },
    select: { thought: true, giveBack: true },
  });
  return row === null ? null : { thought: row.thought, giveBack: row.giveBack as unknown as GiveBack | null };
}
