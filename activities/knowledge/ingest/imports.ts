import type { Database } from '../../../platform/database.ts';
import type { KnowledgeStore } from '../../../platform/knowledge/knowledgeStore.ts';
import type { KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { ongoingImportStates, openItemStates } from '../../../workflows/domain/knowledge/importStates.ts';
import { sourceTitle } from '../../../workflows/domain/knowledge/sourceTitle.ts';
import { endItem } from './itemRows.ts';
import { storeAway } from './refusal.ts';
import { removeUnpublished } from './removeUnpublished.ts';

const ONGOING = { in: [...ongoingImportStates] };
const OPEN = { in: [...openItemStates] };

/** See KnowledgeActivities: what is written of an import as a whole. */
export function createImportActivities({
  database,
  knowledge,
}: {
  database: Database;
  knowledge: KnowledgeStore;
}): Pick<KnowledgeActivities, 'nextImportItems' | 'finishImport' | 'showImportState' | 'endImportItem'> {
  return {
    nextImportItems: async ({ projectId, importId, most }) => {
      await database.knowledgeImport.updateMany({
        where: { id: importId, projectId, state: 'starting' },
        data: { state: 'running', updatedAt: new Date() },
      });
      const items = await database.knowledgeImportItem.findMany({
        // Those that a worker left behind wait as well: nobody else works on them.
        where: { importId, projectId, state: OPEN },
        orderBy: { position: 'asc' },
        take: most,
        select: { id: true, source: true },
      });
      return { items: items.map(({ id, source }) => ({ itemId: id, source: sourceTitle(source) })) };
    },

    finishImport: ({ projectId, importId, state }) =>
      database.$transaction(async (transaction) => {
        const now = new Date();
        // Locked first: who adds or retries documents does the same.
        const row = await transaction.knowledgeImport.updateMany({
          where: { id: importId, projectId, state: ONGOING },
          data: { updatedAt: now },
        });
        if (row.count === 0) return true;
        const open = { importId, projectId, state: OPEN };
        if (state === 'cancelled') {
          await transaction.knowledgeImportItem.updateMany({
            where: open,
            data: { state: 'cancelled', updatedAt: now, endedAt: now },
          });
        } else if ((await transaction.knowledgeImportItem.count({ where: open })) > 0) {
          return false;
        }
        await transaction.knowledgeImport.update({
          where: { id: importId, projectId },
          data: { state, updatedAt: now, endedAt: now },
        });
        return true;
      }),

    showImportState: async ({ projectId, importId, state }) => {
      await database.knowledgeImport.updateMany({
        where: { id: importId, projectId, state: ONGOING },
        data: { state, updatedAt: new Date() },
      });
    },

    endImportItem: async ({ outcome, failure, ...item }) => {
      await removeUnpublished({ database, knowledge }, item).catch((error: unknown) => {
        throw storeAway(error);
      });
      await endItem(database, item, outcome, { failure });
    },
  };
}
