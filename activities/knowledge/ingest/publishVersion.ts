import type { Database } from '../../../platform/database.ts';
import type { KnowledgeStore } from '../../../platform/knowledge/knowledgeStore.ts';
import type { KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { withHeartbeat } from '../../execution/heartbeat.ts';
import { endItem, readItem } from './itemRows.ts';
import { ingestionStep } from './refusal.ts';

/** See KnowledgeActivities. */
export function createPublishVersion(clients: {
  database: Database;
  knowledge: KnowledgeStore;
}): KnowledgeActivities['publishVersion'] {
  const { database, knowledge } = clients;
  return ingestionStep(database, async (input) => {
    const item = await readItem(database, input);
    if ('over' in item) return { kind: 'over', outcome: item.over };
    const { projectId } = input;
    const { documentId, version, sourceId } = item;
    if (documentId === null || version === null)
      throw new Error('A version is published once its passages are stored');
    await withHeartbeat(async () => {
      await publishUnlessOlder(knowledge, projectId, documentId, version);
      await knowledge.deleteEntries(projectId, documentId, { onlyOutdated: true });
    });
    // The text stands with the version now; of the bytes those of this version are kept.
    await database.knowledgeText.deleteMany({ where: { sourceId: sourceId ?? '' } });
    await database.knowledgeSource.deleteMany({
      where: { projectId, documentId, ...(sourceId !== null && { id: { not: sourceId } }) },
    });
    return endItem(database, input, 'added', { documentId, version });
  });
}

/** A newer version of the same document, by another import, may have been faster. */
async function publishUnlessOlder(
  knowledge: KnowledgeStore,
  projectId: string,
  documentId: string,
  version: number,
): Promise<void> {
  const published = await knowledge.reader.publishedVersion(projectId, documentId);
  // One that was deleted is published too, which says so.
  if (published === null || published < version) {
    await knowledge.publishDocument(projectId, documentId, version);
  }
}
