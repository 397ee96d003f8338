import { deleteKnowledgeDocument } from '../../../../platform/knowledge/deleteKnowledge.ts';
import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** Removes a document (of this collection, where one is named) with its bytes and the texts of all its versions. Returns its title; null: there is none such. */
export async function deleteDocument(
  scope: ProjectScope,
  { userId, collectionId, documentId }: { userId: string; collectionId?: string; documentId: string },
): Promise<string | null> {
  const { knowledge, database } = services();
  const { projectId } = scope;
  const document = await orNull(knowledge.reader.findDocument(projectId, documentId));
  if (document === null || document.collectionId !== (collectionId ?? document.collectionId)) return null;
  await deleteKnowledgeDocument(database, knowledge, projectId, documentId);
  const { title, source } = document;
  await recordAudit(database, scope, {
    userId,
    action: 'document.delete',
    subjectType: 'document',
    subjectId: documentId,
    detail: { title, source, collectionId: document.collectionId },
  });
  return title;
}
