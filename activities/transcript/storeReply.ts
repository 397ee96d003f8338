import type { Database } from '../../platform/database.ts';
import { execute, sql } from '../../platform/sql.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import type { Ending } from '../../workflows/domain/transcript/ending.ts';
import type { MemoryContent, TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { Execution } from '../execution/execution.ts';

/** A tool call as it is stored with the request that it stands in. */
export interface ToolCallToStore {
  id: string;
  index: number;
  call_id: string;
  tool: string;
  proposed_arguments: string;
  plan: PlannedCall;
  /** A call whose result is known without calling anything is closed at once. */
  state: 'proposed' | 'completed' | 'failed';
  result: string | null;
  is_error: boolean | null;
  idempotency_key: string;
}

/** A reply with the call that it came from. */
export interface ReplyToStore {
  callId: string;
  projectId: string;
  conversationId: string;
  run: number;
  scope: string;
  turn: number;
  seq: number;
  speaker: string;
  readBefore: number;
  execution: Execution;
  message: TaskMessage;
  thought: string | null;
  ending: Ending | null;
  giveBack: GiveBack | null;
  memories: MemoryContent[][] | null;
  toolCalls: ToolCallToStore[];
  status: 'final' | 'draft';
  /** The reassembled answer, for inspection. */
  response: object;
  usage: TokenUsage | null;
  costMicroUsd: number | null;
  firstTokenMs: number | null;
  latencyMs: number;
}

/**
 * Stores the message, closes its call, adds its cost to the totals and takes the live text away, in one statement: all
 * of it is there or none. It may run twice: totals count a call once, and a message that stands there already (also
 * one that an overtaken attempt of the same activity has stored) stays.
 */
export async function storeReply(database: Database, reply: ReplyToStore): Promise<'stored' | 'stood_there'> {
  const { usage, message } = reply;
  const body = message.body === null ? null : JSON.stringify(message.body);
  const giveBack = reply.giveBack === null ? null : JSON.stringify(reply.giveBack);
  const memories = reply.memories === null ? null : JSON.stringify(reply.memories);
  const inserted = await execute(
    database,
    sql`
    WITH opened AS (
      SELECT id, state FROM model_call
      WHERE id = ${reply.callId}::uuid AND project_id = ${reply.projectId}::uuid AND state IN ('open', 'unknown')
    ), watched AS (
      UPDATE conversation
      SET revision = revision + 1, updated_at = now(),
          message_count = GREATEST(message_count, ${reply.seq + 1}::int),
          turn_count = GREATEST(turn_count, ${reply.turn + 1}::int),
          prompt_tokens = prompt_tokens + (SELECT count(*) FROM opened) * ${usage?.promptTokens ?? 0}::int,
          completion_tokens = completion_tokens + (SELECT count(*) FROM opened) * ${usage?.completionTokens ?? 0}::int,
          cost_micro_usd = cost_micro_usd + (SELECT count(*) FROM opened) * ${reply.costMicroUsd ?? 0}::bigint,
          unpriced_calls = unpriced_calls + (SELECT count(*) FROM opened) * ${reply.costMicroUsd === null ? 1 : 0}::int,
          unknown_calls = unknown_calls - (SELECT count(*) FROM opened WHERE state = 'unknown')
      WHERE id = ${reply.conversationId}::uuid AND project_id = ${reply.projectId}::uuid
      RETURNING revision
    ), closed AS (
      UPDATE model_call
      SET state = 'completed', response = ${JSON.stringify(reply.response)}::jsonb, ended_at = now(),
          prompt_tokens = ${usage?.promptTokens ?? null}::int, completion_tokens = ${usage?.completionTokens ?? null}::int,
          cost_micro_usd = ${reply.costMicroUsd}::bigint, first_token_ms = ${reply.firstTokenMs}::int,
          latency_ms = ${reply.latencyMs}::int
      FROM opened WHERE model_call.id = opened.id AND model_call.project_id = ${reply.projectId}::uuid
    ), dropped AS (
      DELETE FROM live_text
      WHERE conversation_id = ${reply.conversationId}::uuid AND project_id = ${reply.projectId}::uuid AND seq = ${reply.seq}
    ), calls AS (
      INSERT INTO tool_call (id, project_id, conversation_id, scope, turn, seq, index, agent, call_id, tool,
                             proposed_arguments, plan, state, result, is_error, idempotency_key, written_by, revision)
      SELECT c.id, ${reply.projectId}::uuid, ${reply.conversationId}::uuid, ${reply.scope}, ${reply.turn}, ${reply.seq},
             c.index, ${reply.speaker}, c.call_id, c.tool, c.proposed_arguments, c.plan, c.state, c.result, c.is_error,
             c.idempotency_key, ${reply.execution.writtenBy}, watched.revision
      FROM watched, jsonb_to_recordset(${JSON.stringify(reply.toolCalls)}::jsonb)
        AS c(id uuid, index int, call_id text, tool text, proposed_arguments text, plan jsonb, state text, result text,
             is_error boolean, idempotency_key text)
      ON CONFLICT (conversation_id, seq, index, written_by) DO NOTHING
    )
    INSERT INTO message (id, project_id, conversation_id, seq, turn, run, scope, source, type, content, body, thought,
                         ending, give_back, memories, read_before, status, written_by, model_call_id, revision, position)
    SELECT ${reply.callId}::uuid, ${reply.projectId}::uuid, ${reply.conversationId}::uuid, ${reply.seq}, ${reply.turn},
           ${reply.run}, ${reply.scope}, ${message.source}, ${message.type}, ${message.content}, ${body}::jsonb,
           ${reply.thought}, ${reply.ending}, ${giveBack}::json, ${memories}::jsonb, ${reply.readBefore}, ${reply.status}, ${reply.execution.writtenBy},
           ${reply.callId}::uuid, watched.revision, watched.revision
    FROM watched
    ON CONFLICT (conversation_id, seq) WHERE superseded_at IS NULL DO NOTHING`,
  );
  return inserted === 1 ? 'stored' : 'stood_there';
}
