import type { Database } from '../../platform/database.ts';
import { execute, sql } from '../../platform/sql.ts';
import type { RecordStateInput } from '../../workflows/contracts/activityTypes.ts';

/** See ConversationActivities.recordState. */
export function createRecordState(clients: { database: Database }) {
  return async ({ conversationId, state }: RecordStateInput): Promise<void> => {
    await execute(
      clients.database,
      sql`
      WITH recorded AS (
        UPDATE conversation SET state = ${state}, revision = revision + 1, updated_at = now(), ended_at = NULL,
          stop_reason = NULL, final_state = NULL
        WHERE id = ${conversationId}::uuid
        RETURNING id, run, revision
      )
      UPDATE conversation_run r SET state = NULL, stop_reason = NULL, ended_at = NULL, revision = recorded.revision
      FROM recorded WHERE r.conversation_id = recorded.id AND r.run = recorded.run AND r.state IS NOT NULL`,
    );
  };
}
