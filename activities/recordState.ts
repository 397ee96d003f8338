import type { Database } from '../platform/database.ts';
import type { RecordStateInput } from '../workflows/contracts/activityTypes.ts';

/** See ConversationActivities.recordState. */
export function createRecordState(clients: { database: Database }) {
  return async ({ conversationId, state }: RecordStateInput): Promise<void> => {
    await clients.database.$executeRaw`
      UPDATE conversation SET state = ${state}, revision = revision + 1, updated_at = now(), ended_at = NULL,
        stop_reason = NULL, final_state = NULL
      WHERE id = ${conversationId}::uuid`;
  };
}
