import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../platform/database.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { RequestOutline } from '../../workflows/domain/request/outline.ts';
import type { FailureType } from '../../workflows/contracts/failures.ts';
import type { Execution } from '../execution.ts';

/** A request that is about to leave. */
export interface CallToOpen {
  id: string;
  projectId: string;
  conversationId: string;
  turn: number;
  seq: number;
  agent: string;
  execution: Execution;
  outline: RequestOutline;
  requestSha256: string;
  /** Kept with the turn. */
  stateBefore: ConversationState;
}

/** Writes the call, and the turn that it is for, before the request leaves. */
export async function openCall(database: Database, call: CallToOpen): Promise<void> {
  const { execution, outline } = call;
  await database.$executeRaw`
    WITH taken AS (
      INSERT INTO turn (conversation_id, project_id, turn, speaker, state_before, run_id)
      VALUES (${call.conversationId}::uuid, ${call.projectId}::uuid, ${call.turn}, ${call.agent},
              ${JSON.stringify(call.stateBefore)}::jsonb, ${execution.runId})
      ON CONFLICT (conversation_id, turn, speaker) DO NOTHING
    )
    INSERT INTO model_call (id, project_id, conversation_id, turn, seq, agent, purpose, written_by, attempt, model,
                            request_outline, request_sha256)
    VALUES (${call.id}::uuid, ${call.projectId}::uuid, ${call.conversationId}::uuid, ${call.turn}, ${call.seq},
            ${call.agent}, 'reply', ${execution.writtenBy}, ${execution.attempt}, ${outline.parameters.model},
            ${JSON.stringify(outline)}::jsonb, ${call.requestSha256})`;
}

/**
 * Calls of this activity's earlier attempts that nobody closed: their worker died, so each may have been paid for.
 * Returns how many calls the activity has made so far, whatever came of them.
 */
export async function markLostCalls(
  database: Database,
  conversationId: string,
  execution: Execution,
): Promise<number> {
  const rows = await database.$queryRaw<{ calls: number }[]>`
    WITH lost AS (
      UPDATE model_call SET state = 'unknown', ended_at = now()
      WHERE written_by = ${execution.writtenBy} AND state = 'open' AND attempt < ${execution.attempt}
      RETURNING 1
    ), counted AS (
      UPDATE conversation
      SET unknown_calls = unknown_calls + (SELECT count(*) FROM lost), revision = revision + 1, updated_at = now()
      WHERE id = ${conversationId}::uuid AND EXISTS (SELECT 1 FROM lost)
    )
    SELECT count(*)::int AS calls FROM model_call WHERE written_by = ${execution.writtenBy}`;
  return rows[0]?.calls ?? 0;
}

/** What came of a call that brought no message. */
export interface FailedCall {
  id: string;
  conversationId: string;
  seq: number;
  state: 'failed' | 'cancelled';
  failureType: FailureType | null;
  failureMessage: string;
  partialText: string;
  latencyMs: number;
}

/** Closes a call that failed or was aborted, and takes its live text away. */
export async function closeFailedCall(database: Database, call: FailedCall): Promise<void> {
  const response = call.partialText === '' ? null : JSON.stringify({ content: call.partialText });
  await database.$executeRaw`
    WITH watched AS (
      UPDATE conversation SET revision = revision + 1, updated_at = now() WHERE id = ${call.conversationId}::uuid
    ), dropped AS (
      DELETE FROM live_text WHERE conversation_id = ${call.conversationId}::uuid AND seq = ${call.seq}
    )
    UPDATE model_call
    SET state = ${call.state}, failure_type = ${call.failureType}, failure_message = ${call.failureMessage},
        response = ${response === null ? Prisma.sql`NULL` : Prisma.sql`${response}::jsonb`},
        latency_ms = ${call.latencyMs}, ended_at = now()
    WHERE id = ${call.id}::uuid AND state IN ('open', 'unknown')`;
}
