import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { Citation } from '../../workflows/domain/knowledge/citations.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import type { Ending } from '../../workflows/domain/transcript/ending.ts';
import type { MemoryContent, TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { Execution } from '../execution/execution.ts';
import { isReplaced } from './ledger.ts';
import { isOfNoOther } from './liveText.ts';
import { countModelCalls, countUse } from './workMetrics.ts';

/** A tool call as stored with its request. */
export interface ToolCallToStore {
  id: string;
  index: number;
  call_id: string;
  tool: string;
  proposed_arguments: string;
  plan: PlannedCall;
  /** A call with a known result is closed at once. */
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
  /** What the marks in it mean; null: nothing was looked up. */
  citations: Citation[] | null;
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
 * Stores the message, closes its call, adds its cost to the totals and deletes the live text, in one statement. It
 * may run twice: totals count a call once, and an existing message stays, also one that an overtaken attempt of the
 * same activity stored. A run that an operator has reset adds no message where its successor has asked for one.
 */
export async function storeReply(database: Database, reply: ReplyToStore): Promise<'stored' | 'stood_there'> {
  const { usage, message } = reply;
  const body = message.body === null ? null : JSON.stringify(message.body);
  const giveBack = reply.giveBack === null ? null : JSON.stringify(reply.giveBack);
  const memories = reply.memories === null ? null : JSON.stringify(reply.memories);
  const citations = reply.citations === null ? null : JSON.stringify(reply.citations);
  const [row] = await queryRows(
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
      RETURNING model_call.model
    ), dropped AS (
      DELETE FROM live_text
      WHERE conversation_id = ${reply.conversationId}::uuid AND project_id = ${reply.projectId}::uuid AND seq = ${reply.seq}
        AND ${isOfNoOther(reply.callId)}
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
    ), inserted AS (
    INSERT INTO message (id, project_id, conversation_id, seq, turn, run, scope, source, type, content, body, thought,
                         ending, give_back, memories, citations, read_before, status, written_by, model_call_id, revision, position)
    SELECT ${reply.callId}::uuid, ${reply.projectId}::uuid, ${reply.conversationId}::uuid, ${reply.seq}, ${reply.turn},
           ${reply.run}, ${reply.scope}, ${message.source}, ${message.type}, ${message.content}, ${body}::jsonb,
           ${reply.thought}, ${reply.ending}, ${giveBack}::json, ${memories}::jsonb, ${citations}::jsonb, ${reply.readBefore}, ${reply.status}, ${reply.execution.writtenBy},
           ${reply.callId}::uuid, watched.revision, watched.revision
    FROM watched WHERE NOT ${isReplaced(reply)}
    ON CONFLICT (conversation_id, seq) WHERE superseded_at IS NULL DO NOTHING
    RETURNING 1
    )
    SELECT (SELECT count(*) FROM inserted)::int AS inserted, ARRAY(SELECT model FROM closed) AS closed`,
    storedRow,
  );
  const closed = (row?.closed ?? []).map((model) => ({ model }));
  countModelCalls(closed, 'completed');
  countUse(closed, reply);
  return row?.inserted === 1 ? 'stored' : 'stood_there';
}

const storedRow = z.object({ inserted: z.int(), closed: z.array(z.string()) });
