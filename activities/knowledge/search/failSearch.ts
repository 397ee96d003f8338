import type { Database } from '../../../platform/database.ts';
import type { SearchActivities } from '../../../workflows/contracts/knowledgeSearch.ts';
import { storableJson } from '../../../workflows/domain/storable.ts';

/** See SearchActivities.failSearch. What was found before its worker was lost stays. */
export function createFailSearch({ database }: { database: Database }): SearchActivities['failSearch'] {
  return async ({ projectId, searchId, failure: { type, message, details } }) => {
    const failure = storableJson({
      type,
      message,
      ...(details !== undefined && { details: { ...details } }),
    });
    await database.knowledgeSearch.updateMany({
      where: { id: searchId, projectId, state: 'open' },
      data: { state: 'failed', failure, endedAt: new Date() },
    });
  };
}
