import type { Database } from '../platform/database.ts';
import type { FinishConversationInput } from '../workflows/contracts/activityTypes.ts';

/** See ConversationActivities.finishConversation. */
export function createFinishConversation(clients: { database: Database }) {
  return async ({ conversationId, outcome, finalState }: FinishConversationInput): Promise<void> => {
    await clients.database.$executeRaw`
      WITH ended AS (
        UPDATE conversation
        SET state = ${outcome.state}, stop_reason = ${outcome.stopReason},
            final_state = ${JSON.stringify(finalState)}::jsonb, ended_at = now(), updated_at = now(),
            revision = revision + 1
        WHERE id = ${conversationId}::uuid
        RETURNING id, revision
      ), withdrawn AS (
        UPDATE human_task SET state = 'withdrawn', closed_at = now(), revision = ended.revision
        FROM ended WHERE human_task.conversation_id = ended.id AND human_task.state = 'open'
      ), interrupted AS (
        -- A call that was under way when the conversation was cancelled may have been carried out.
        UPDATE tool_call SET state = 'unknown', ended_at = now(), revision = ended.revision
        FROM ended WHERE tool_call.conversation_id = ended.id AND tool_call.state = 'running'
      ), dropped AS (
        DELETE FROM live_text WHERE conversation_id = ${conversationId}::uuid
      )
      UPDATE message SET status = 'discarded', revision = ended.revision
      FROM ended WHERE message.conversation_id = ended.id AND message.status = 'draft' AND message.superseded_at IS NULL`;
  };
}
