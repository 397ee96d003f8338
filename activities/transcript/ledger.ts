import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { execute, queryRows, sql } from '../../platform/sql.ts';
import type { FailureType } from '../../workflows/contracts/failures.ts';
import type { ConversationState } from '../../workflows/domain/conversation/state.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { CallPurpose } from '../../workflows/domain/recordStates.ts';
import type { ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { Execution } from '../execution/execution.ts';
import type { ConversationKey } from './watchers.ts';

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
  /** Kept with the turn. */
  stateBefore: ConversationState;
}

/** Writes the call, and the turn that it is for, before the request leaves. */
export async function openCall(database: Database, call: CallToOpen): Promise<void> {
  const { execution, outline } = call;
  await execute(
    database,
    sql`
    WITH taken AS (
      INSERT INTO turn (conversation_id, project_id, turn, scope, speaker, state_before, run_id)
      VALUES (${call.conversationId}::uuid, ${call.projectId}::uuid, ${call.turn}, ${call.scope}, ${call.agent},
              ${JSON.stringify(call.stateBefore)}::jsonb, ${execution.runId})
      ON CONFLICT (conversation_id, turn, speaker) DO NOTHING
    )
    INSERT INTO model_call (id, project_id, conversation_id, turn, seq, agent, scope, purpose, ordinal, written_by,
                            attempt, model, request_outline, request_sha256)
    VALUES (${call.id}::uuid, ${call.projectId}::uuid, ${call.conversationId}::uuid, ${call.turn}, ${call.seq},
            ${call.agent}, ${call.scope}, ${call.purpose}, ${call.ordinal}, ${execution.writtenBy}, ${execution.attempt}, ${outline.parameters.model},
            ${JSON.stringify(outline)}::json, ${call.requestSha256})`,
  );
}

/**
 * Calls of this activity's earlier attempts that nobody closed: their worker died, so each may have been paid for. Not
 * those whose answer is written in the background: this attempt goes on with them (see backgroundCalls.ts).
 * Returns how many calls of the activity brought no answer so far.
 */
export async function markLostCalls(
  database: Database,
  { projectId, conversationId }: ConversationKey,
  execution: Execution,
): Promise<number> {
  const rows = await queryRows(
    database,
    sql`
    WITH lost AS (
      UPDATE model_call SET state = 'unknown', ended_at = now()
      WHERE written_by = ${execution.writtenBy} AND project_id = ${projectId}::uuid AND state = 'open'
        AND attempt < ${execution.attempt}
        AND background_id IS NULL
      RETURNING 1
    ), counted AS (
      UPDATE conversation
      SET unknown_calls = unknown_calls + (SELECT count(*) FROM lost), revision = revision + 1, updated_at = now()
      WHERE id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND EXISTS (SELECT 1 FROM lost)
    )
    SELECT count(*)::int AS calls FROM model_call
    WHERE written_by = ${execution.writtenBy} AND project_id = ${projectId}::uuid AND state <> 'completed'
      AND NOT (state = 'open' AND background_id IS NOT NULL)`,
    z.object({ calls: z.int() }),
  );
  return rows[0]?.calls ?? 0;
}

/** The words with which the last of an activity's calls failed; null: none has said anything. */
export async function readLastFailure(
  database: Database,
  { projectId, execution }: { projectId: string; execution: Execution },
): Promise<string | null> {
  const row = await database.modelCall.findFirst({
    where: {
      projectId,
      writtenBy: execution.writtenBy,
      state: 'failed',
      failureMessage: { not: null },
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: { failureMessage: true },
  });
  return row?.failureMessage ?? null;
}

/** What came of a call that brought no message. */
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
  await execute(
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
    )
    UPDATE model_call
    SET state = ${call.state}, failure_type = ${call.failureType}, failure_message = ${storableText(call.failureMessage)},
        response = ${response}::jsonb,
        latency_ms = ${call.latencyMs}, ended_at = now()
    WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state IN ('open', 'unknown')`,
  );
}

/** An answer that an earlier attempt of the activity has paid for. */
export interface PaidAnswer {
  callId: string;
  response: unknown;
  usage: TokenUsage | null;
  costMicroUsd: number | null;
}

/** What an earlier attempt was answered to the same request, in either of its forms (streamed or not); null: it has not been asked yet. */
export async function readPaidAnswer(
  database: Database,
  call: { projectId: string; execution: Execution; ordinal: number; requestSha256: readonly string[] },
): Promise<PaidAnswer | null> {
  const row = await database.modelCall.findFirst({
    where: {
      projectId: call.projectId,
      writtenBy: call.execution.writtenBy,
      ordinal: call.ordinal,
      requestSha256: { in: [...call.requestSha256] },
      state: 'completed',
    },
  });
  if (row === null) return null;
  const { promptTokens, completionTokens } = row;
  return {
    callId: row.id,
    response: row.response,
    usage: promptTokens === null || completionTokens === null ? null : { promptTokens, completionTokens },
    costMicroUsd: row.costMicroUsd === null ? null : Number(row.costMicroUsd),
  };
}

/** Closes a call with its answer where no message of the transcript comes of it alone, and counts what it cost. */
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
  await execute(
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
    FROM opened WHERE model_call.id = opened.id AND model_call.project_id = ${call.projectId}::uuid`,
  );
}
