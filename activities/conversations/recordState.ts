import type { Database } from '../../platform/database.ts';
import { execute } from '../../platform/sql.ts';
import type { RecordStateInput } from '../../workflows/contracts/activityTypes.ts';
import { reopenRun } from '../transcript/reopenRun.ts';

/** See ConversationActivities.recordState. */
export function createRecordState({ database }: { database: Database }) {
  return async ({ projectId, conversationId, state }: RecordStateInput): Promise<void> => {
    await execute(database, reopenRun({ projectId, conversationId }, state));
  };
}
