import type { Database } from '../../platform/database.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { Execution } from '../execution.ts';

/** A reply with the call that it came from. */
export interface ReplyToStore {
  callId: string;
  projectId: string;
  conversationId: string;
  turn: number;
  seq: number;
  speaker: string;
  execution: Execution;
  content: string;
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
  const { usage } = reply;
  const inserted = await database.$executeRaw`
    WITH opened AS (
      SELECT id, state FROM model_call WHERE id = ${reply.callId}::uuid AND state IN ('open', 'unknown')
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
      WHERE id = ${reply.conversationId}::uuid
      RETURNING revision
    ), closed AS (
      UPDATE model_call
      SET state = 'completed', response = ${JSON.stringify(reply.response)}::jsonb, ended_at = now(),
          prompt_tokens = ${usage?.promptTokens ?? null}::int, completion_tokens = ${usage?.completionTokens ?? null}::int,
          cost_micro_usd = ${reply.costMicroUsd}::bigint, first_token_ms = ${reply.firstTokenMs}::int,
          latency_ms = ${reply.latencyMs}::int
      FROM opened WHERE model_call.id = opened.id
    ), dropped AS (
      DELETE FROM live_text WHERE conversation_id = ${reply.conversationId}::uuid AND seq = ${reply.seq}
    )
    INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, status, written_by,
                         model_call_id, revision)
    SELECT ${reply.callId}::uuid, ${reply.projectId}::uuid, ${reply.conversationId}::uuid, ${reply.seq}, ${reply.turn},
           ${reply.speaker}, 'TextMessage', ${reply.content}, ${reply.status}, ${reply.execution.writtenBy},
           ${reply.callId}::uuid, watched.revision
    FROM watched
    ON CONFLICT (conversation_id, seq) WHERE superseded_at IS NULL DO NOTHING`;
  return inserted === 1 ? 'stored' : 'stood_there';
}
