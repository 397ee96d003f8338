import type { Database } from '../../platform/database.ts';
import { execute, sql } from '../../platform/sql.ts';
import type { FinishConversationInput } from '../../workflows/contracts/activityTypes.ts';

/** See ConversationActivities.finishConversation. */
export function createFinishConversation(clients: { database: Database }) {
  return async ({ conversationId, run, outcome, finalState }: FinishConversationInput): Promise<void> => {
    await execute(
      clients.database,
      sql`
      WITH ended AS (
        UPDATE conversation
        SET state = ${outcome.state}, stop_reason = ${outcome.stopReason},
            final_state = ${JSON.stringify(finalState)}::jsonb, updated_at = now(), revision = revision + 1,
            ended_at = CASE WHEN state = ${outcome.state} THEN coalesce(ended_at, now()) ELSE now() END
        -- An attempt that comes late, after the next run was asked for, leaves that one alone.
        WHERE id = ${conversationId}::uuid AND run = ${run}
        RETURNING id, project_id, run, revision, created_at, ended_at
      ), run_ended AS (
        INSERT INTO conversation_run
          (conversation_id, project_id, run, has_task, state, stop_reason, revision, started_at, ended_at)
        SELECT id, project_id, run,
               EXISTS (SELECT FROM message m
                       WHERE m.conversation_id = ended.id AND m.run = ended.run AND m.written_by LIKE 'web:%'),
               ${outcome.state}, ${outcome.stopReason}, revision, created_at, ended_at
        FROM ended
        -- Its row is there, unless a web process of an earlier version has started it.
        ON CONFLICT (conversation_id, run) DO UPDATE
        SET state = excluded.state, stop_reason = excluded.stop_reason, revision = excluded.revision,
            ended_at = excluded.ended_at
      ), withdrawn AS (
        UPDATE human_task SET state = 'withdrawn', closed_at = now(), revision = ended.revision
        FROM ended WHERE human_task.conversation_id = ended.id AND human_task.state = 'open'
      ), interrupted AS (
        -- A call that was under way when the conversation was cancelled may have been carried out.
        UPDATE tool_call SET state = 'unknown', ended_at = now(), revision = ended.revision
        FROM ended WHERE tool_call.conversation_id = ended.id AND tool_call.state = 'running'
      ), dropped AS (
        DELETE FROM live_text USING ended WHERE live_text.conversation_id = ended.id
      )
      UPDATE message SET status = 'discarded', revision = ended.revision
      FROM ended WHERE message.conversation_id = ended.id AND message.status = 'draft' AND message.superseded_at IS NULL`,
    );
  };
}
