import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';

/** Writes an entry of a team's memory, as the end of a run does. Returns its id. */
export async function writeMemoryEntry(
  database: Database,
  { projectId, teamId }: { projectId: string; teamId: string },
  entry: {
    text: string;
    kind?: 'decided' | 'learned' | 'preferred';
    quote?: string;
    conversationId?: string;
    seq?: number;
    afterDocuments?: boolean;
  },
): Promise<string> {
  const { text, kind = 'learned', quote = text, conversationId = randomUUID(), seq = 0 } = entry;
  const id = randomUUID();
  const { afterDocuments = false } = entry;
  await database.memoryEntry.create({ data: { id, projectId, teamId, kind, text, afterDocuments } });
  await database.memoryChange.create({
    data: {
      projectId,
      entryId: id,
      revision: 1,
      action: 'added',
      kind,
      text,
      quote,
      conversationId,
      run: 0,
      seq,
    },
  });
  return id;
}
