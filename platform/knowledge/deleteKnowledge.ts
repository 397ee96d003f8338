import type { Database } from '../database.ts';
import type { KnowledgeStore } from './knowledgeStore.ts';
import { orNull } from './orNull.ts';

/**
 * Deletes a document with all that was kept of it: its bytes and the text read of them here, its passages, the texts of
 * its versions and the embeddings that nothing else uses in the store. The document itself goes last, so that one that was interrupted can be deleted again. What an
 * import is about to write of it fails, and says that it was deleted.
 */
export async function deleteKnowledgeDocument(
  database: Database,
  knowledge: KnowledgeStore,
  projectId: string,
  documentId: string,
): Promise<void> {
  // The text read of the bytes, and their parts, go with the row.
  await database.knowledgeSource.deleteMany({
    where: { projectId, OR: [{ documentId }, { items: { some: { projectId, documentId } } }] },
  });
  const document = await orNull(knowledge.reader.findDocument(projectId, documentId));
  if (document === null) return;
  await knowledge.embeddings.forgetUsed(projectId, document.collectionId, documentId);
  await knowledge.deleteDocument(projectId, documentId);
}

/** The same for a collection with every document in it. Imports into it must have ended. */
export async function deleteKnowledgeCollection(
  database: Database,
  knowledge: KnowledgeStore,
  projectId: string,
  collectionId: string,
): Promise<void> {
  await database.knowledgeSource.deleteMany({ where: { projectId, collectionId } });
  await database.knowledgeImport.deleteMany({
    where: { projectId, collectionId, state: { in: ['finished', 'cancelled'] } },
  });
  await knowledge.embeddings.forgetUsed(projectId, collectionId);
  await knowledge.deleteCollection(projectId, collectionId);
}
