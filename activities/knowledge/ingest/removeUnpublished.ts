import type { Database } from '../../../platform/database.ts';
import type { KnowledgeStore } from '../../../platform/knowledge/knowledgeStore.ts';
import type { ItemRef } from '../../../workflows/contracts/ingestion.ts';
import { openItemStates } from '../../../workflows/domain/knowledge/importStates.ts';

/**
 * Takes a document out of the store again of which no version was ever whole. One that has a whole version keeps it; what
 * was written of its next one is not found by look-ups, and goes when a later one is whole.
 */
export async function removeUnpublished(
  { database, knowledge }: { database: Database; knowledge: KnowledgeStore },
  { projectId, importId, itemId }: ItemRef,
): Promise<void> {
  const item = await database.knowledgeImportItem.findFirst({
    where: { id: itemId, importId, projectId, state: { in: [...openItemStates] } },
    select: { documentId: true },
  });
  if (item?.documentId == null) return;
  const published = await knowledge.reader.publishedVersion(projectId, item.documentId);
  // What was paid for its embeddings stays, for another try.
  if (published === 0) await knowledge.deleteDocument(projectId, item.documentId);
}
