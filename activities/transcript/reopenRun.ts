import { sql, type Statement } from '../../platform/sql.ts';
import type { OngoingState } from '../../workflows/domain/conversation/describe.ts';

/**
 * The statement that sets the state of a continuing conversation. If it had ended (an operator reset it, or it was
 * taken for dead), its end is removed, also from its newest run. `run`: only while it is at this run and has ended.
 */
export function reopenRun(
  { projectId, conversationId, run }: { projectId: string; conversationId: string; run?: number },
  state: OngoingState,
): Statement {
  const which = run === undefined ? sql`true` : sql`run = ${run}::int AND ended_at IS NOT NULL`;
  return sql`
    WITH reopened AS (
      UPDATE conversation SET state = ${state}, revision = revision + 1, updated_at = now(), ended_at = NULL,
        stop_reason = NULL, final_state = NULL
      WHERE id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND ${which}
      RETURNING id, project_id, run, revision
    )
    UPDATE conversation_run r SET state = NULL, stop_reason = NULL, ended_at = NULL, revision = reopened.revision
    FROM reopened
    WHERE r.conversation_id = reopened.id AND r.project_id = reopened.project_id AND r.run = reopened.run
      AND r.state IS NOT NULL`;
}
