import { deleteKnowledgeCollection } from '../../../../platform/knowledge/deleteKnowledge.ts';
import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { ongoingImportStates } from '../../../../workflows/domain/knowledge/importStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** `importing`: documents are being brought in, which has to end first. */
export type CollectionDeletion =
  { kind: 'deleted'; name: string } | { kind: 'importing' } | { kind: 'not_found' };

/** Removes a collection with all its documents. */
export async function deleteCollection(
  scope: ProjectScope,
  { userId, collectionId }: { userId: string; collectionId: string },
): Promise<CollectionDeletion> {
  const { knowledge, database } = services();
  const { projectId } = scope;
  const collection = await orNull(knowledge.reader.readCollection(projectId, collectionId));
  if (collection === null) return { kind: 'not_found' };
  const running = await database.knowledgeImport.count({
    where: { projectId, collectionId, state: { in: [...ongoingImportStates] } },
  });
  if (running > 0) return { kind: 'importing' };
  await deleteKnowledgeCollection(database, knowledge, projectId, collectionId);
  const { name, documentCount } = collection;
  await recordAudit(database, scope, {
    userId,
    action: 'collection.delete',
    subjectType: 'collection',
    subjectId: collectionId,
    detail: { name, documentCount },
  });
  return { kind: 'deleted', name };
}
