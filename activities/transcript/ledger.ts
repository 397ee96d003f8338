import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql, type Statement } from '../../platform/sql.ts';
import type { FailureType } from '../../workflows/contracts/failures.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { CallPurpose } from '../../workflows/domain/recordStates.ts';
import type { ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import { writtenInRun } from '../../workflows/domain/writer.ts';
import type { Execution } from '../execution/execution.ts';
import { countLostCalls } from './countLostCalls.ts';
import { isOfNoOther } from './liveText.ts';
import { countModelCalls, countTurns, countUse } from './workMetrics.ts';

/** A call that a statement was the first to close. */
export const closedCall = z.object({ model: z.string() });

/** A request that is about to leave. */
export interface CallToOpen {
  id: string;
  projectId: string;
  conversationId: string;
  turn: number;
  seq: number;
  agent: string;
  scope: string;
  purpose: CallPurpose;
  /** Which request of its activity it is, from 0. */
  ordinal: number;
  execution: Execution;
  outline: ViewOutline;
  requestSha256: string;
  /** Kept with the turn; null: it is for none. */
  stateBefore: ConversationState | null;
}

/**
 * Writes the call, and the turn that it is for, before the request leaves. A call of another run that is open at the same
 * place belongs to a run that an operator has reset: nobody waits for its answer, which may have been paid for.
 */
export async function openCall(database: Database, call: CallToOpen): Promise<void> {
  const { execution, outline } = call;
  const stateBefore = call.stateBefore === null ? null : JSON.stringify(call.stateBefore);
  const openInAnotherRun = sql`conversation_id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
    AND seq = ${call.seq} AND state = 'open' AND NOT starts_with(written_by, ${writtenInRun(execution.runId)})`;
  const [row] = await queryRows(
    database,
    sql`
    WITH taken AS (
      INSERT INTO turn (conversation_id, project_id, turn, scope, speaker, state_before, run_id)
      SELECT ${call.conversationId}::uuid, ${call.projectId}::uuid, ${call.turn}::int, ${call.scope}, ${call.agent},
             ${stateBefore}::jsonb, ${execution.runId}
      WHERE ${stateBefore}::jsonb IS NOT NULL
      ON CONFLICT (conversation_id, turn, speaker) DO NOTHING
      RETURNING 1
    ), locked AS (
      SELECT id FROM conversation
      WHERE id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
        AND EXISTS (SELECT 1 FROM model_call WHERE ${openInAnotherRun})
      FOR NO KEY UPDATE
    ), lost AS (
      UPDATE model_call SET state = 'unknown', ended_at = now()
      WHERE ${openInAnotherRun} AND EXISTS (SELECT 1 FROM locked)
      RETURNING model
    ), counted AS (
      ${countLostCalls(call)}
    )
    INSERT INTO model_call (id, project_id, conversation_id, turn, seq, agent, scope, purpose, ordinal, written_by,
                            attempt, model, request_outline, request_sha256)
    VALUES (${call.id}::uuid, ${call.projectId}::uuid, ${call.conversationId}::uuid, ${call.turn}, ${call.seq},
            ${call.agent}, ${call.scope}, ${call.purpose}, ${call.ordinal}, ${execution.writtenBy}, ${execution.attempt}, ${outline.parameters.model},
            ${JSON.stringify(outline)}::json, ${call.requestSha256})
    RETURNING (SELECT count(*) FROM taken)::int AS turns, ARRAY(SELECT model FROM lost) AS lost`,
    openedCall,
  );
  countTurns(call, row?.turns ?? 0);
  countModelCalls(
    (row?.lost ?? []).map((model) => ({ model })),
    'unknown',
  );
}

const openedCall = z.object({ turns: z.int(), lost: z.array(z.string()) });

/**
 * Whether another run has asked for the same place since: an operator has reset the run that made this call, and its
 * answer is no part of the transcript.
 */
export function isReplaced(call: { callId: string; projectId: string; execution: Execution }): Statement {
  return sql`EXISTS (
    SELECT 1 FROM model_call mine
    JOIN model_call newer ON newer.conversation_id = mine.conversation_id AND newer.seq = mine.seq
      AND newer.started_at > mine.started_at AND NOT starts_with(newer.written_by, ${writtenInRun(call.execution.runId)})
    WHERE mine.id = ${call.callId}::uuid AND mine.project_id = ${call.projectId}::uuid AND newer.project_id = ${call.projectId}::uuid)`;
}

/** The same, asked by itself. */
export async function isCallReplaced(
  database: Database,
  call: Parameters<typeof isReplaced>[0],
): Promise<boolean> {
  const [row] = await queryRows(
    database,
    sql`SELECT ${isReplaced(call)} AS "isSo"`,
    z.object({ isSo: z.boolean() }),
  );
  return row?.isSo ?? false;
}

/** The result of a call that produced no message. */
export interface FailedCall {
  id: string;
  projectId: string;
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
  const response =
    call.partialText === '' ? null : JSON.stringify({ content: storableText(call.partialText) });
  const closed = await queryRows(
    database,
    sql`
    WITH watched AS (
      UPDATE conversation
      SET revision = revision + 1, updated_at = now(),
          unknown_calls = unknown_calls - (SELECT count(*) FROM model_call
            WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state = 'unknown')
      WHERE id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
    ), dropped AS (
      DELETE FROM live_text
      WHERE conversation_id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid AND seq = ${call.seq}
        AND ${isOfNoOther(call.id)}
    )
    UPDATE model_call
    SET state = ${call.state}, failure_type = ${call.failureType}, failure_message = ${storableText(call.failureMessage)},
        response = ${response}::jsonb,
        latency_ms = ${call.latencyMs}, ended_at = now()
    WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state IN ('open', 'unknown')
    RETURNING model`,
    closedCall,
  );
  countModelCalls(closed, call.state);
}

/** Closes a call whose answer alone becomes no message, and counts its cost. */
export async function completeCall(
  database: Database,
  call: {
    id: string;
    projectId: string;
    conversationId: string;
    response: object;
    usage: TokenUsage | null;
    costMicroUsd: number | null;
    firstTokenMs: number | null;
    latencyMs: number;
  },
): Promise<void> {
  const { usage } = call;
  const closed = await queryRows(
    database,
    sql`
    WITH opened AS (
      SELECT id, state FROM model_call
      WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state IN ('open', 'unknown')
    ), counted AS (
      UPDATE conversation
      SET revision = revision + 1, updated_at = now(),
          prompt_tokens = prompt_tokens + (SELECT count(*) FROM opened) * ${usage?.promptTokens ?? 0}::int,
          completion_tokens = completion_tokens + (SELECT count(*) FROM opened) * ${usage?.completionTokens ?? 0}::int,
          cost_micro_usd = cost_micro_usd + (SELECT count(*) FROM opened) * ${call.costMicroUsd ?? 0}::bigint,
          unpriced_calls = unpriced_calls + (SELECT count(*) FROM opened) * ${call.costMicroUsd === null ? 1 : 0}::int,
          unknown_calls = unknown_calls - (SELECT count(*) FROM opened WHERE state = 'unknown')
      WHERE id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
    )
    UPDATE model_call
    SET state = 'completed', response = ${JSON.stringify(call.response)}::jsonb, ended_at = now(),
        prompt_tokens = ${usage?.promptTokens ?? null}::int, completion_tokens = ${usage?.completionTokens ?? null}::int,
        cost_micro_usd = ${call.costMicroUsd}::bigint, first_token_ms = ${call.firstTokenMs}::int,
        latency_ms = ${call.latencyMs}::int
    FROM opened WHERE model_call.id = opened.id AND model_call.project_id = ${call.projectId}::uuid
    RETURNING model_call.model`,
    closedCall,
  );
  countModelCalls(closed, 'completed');
  countUse(closed, call);
}
