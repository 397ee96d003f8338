import type { Database } from '../../platform/database.ts';
import type { RecordMemoryFailureInput } from '../../workflows/contracts/activityTypes.ts';
import { currentExecution } from '../execution/execution.ts';
import { keepFailure } from './keepChanges.ts';

/** See ConversationActivities.recordMemoryFailure. */
export function createRecordMemoryFailure({ database }: { database: Database }) {
  return async ({ failure, ...run }: RecordMemoryFailureInput): Promise<void> => {
    await keepFailure(database, run, currentExecution(), failure);
  };
}
