import type { Database } from '../../../platform/database.ts';
import { execute, queryRows, sql } from '../../../platform/sql.ts';
import type { FailureType } from '../../../workflows/contracts/failures.ts';
import type { EmbeddingPurpose } from '../../../workflows/domain/recordStates.ts';
import { storableText } from '../../../workflows/domain/storable.ts';
import type { Execution } from '../../execution/execution.ts';
import { countLostCalls } from '../../transcript/countLostCalls.ts';
import { closedCall } from '../../transcript/ledger.ts';
import { countEmbeddings } from '../../transcript/workMetrics.ts';

/** What texts are embedded for: a document that comes in, or a question in a conversation. */
export interface EmbeddingSubject {
  collectionId?: string;
  documentId?: string;
  conversationId?: string;
  turn?: number;
  seq?: number;
}

interface CallKey {
  id: string;
  projectId: string;
  /** Whose totals it counts in; null: nobody's. */
  conversationId: string | null;
}

/** Writes the call before the request leaves. */
export async function openEmbedding(
  database: Database,
  call: CallKey & {
    about: EmbeddingSubject;
    purpose: EmbeddingPurpose;
    model: string;
    dimensions: number;
    textCount: number;
    execution: Execution;
  },
): Promise<void> {
  const { about, execution } = call;
  await execute(
    database,
    sql`
    INSERT INTO embedding_call (id, project_id, purpose, model, dimensions, text_count, collection_id, document_id,
                                conversation_id, turn, seq, written_by, attempt)
    VALUES (${call.id}::uuid, ${call.projectId}::uuid, ${call.purpose}, ${call.model}, ${call.dimensions}, ${call.textCount},
            ${about.collectionId ?? null}::uuid, ${about.documentId ?? null}::uuid, ${about.conversationId ?? null}::uuid,
            ${about.turn ?? null}::int, ${about.seq ?? null}::int, ${execution.writtenBy}, ${execution.attempt})`,
  );
}

/** Closes a call with what it has cost, and counts it in its conversation's totals. */
export async function completeEmbedding(
  database: Database,
  call: CallKey & { tokens: number | null; costMicroUsd: number | null; latencyMs: number },
): Promise<void> {
  const closed = await queryRows(
    database,
    sql`
    WITH closed AS (
      UPDATE embedding_call
      SET state = 'completed', tokens = ${call.tokens}::int, cost_micro_usd = ${call.costMicroUsd}::bigint,
          latency_ms = ${call.latencyMs}::int, ended_at = now()
      WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state = 'open'
      RETURNING model
    ), counted AS (
    UPDATE conversation
    SET revision = revision + 1, updated_at = now(), prompt_tokens = prompt_tokens + ${call.tokens ?? 0}::int,
        cost_micro_usd = cost_micro_usd + ${call.costMicroUsd ?? 0}::bigint,
        unpriced_calls = unpriced_calls + ${call.costMicroUsd === null ? 1 : 0}::int
    WHERE id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid AND EXISTS (SELECT 1 FROM closed)
    )
    SELECT model FROM closed`,
    closedCall,
  );
  countEmbeddings(closed, 'completed', call);
}

/** Closes a call that brought nothing. */
export async function closeFailedEmbedding(
  database: Database,
  call: CallKey & {
    state: 'failed' | 'cancelled';
    failureType: FailureType | null;
    failureMessage: string;
    latencyMs: number;
  },
): Promise<void> {
  const closed = await queryRows(
    database,
    sql`
    UPDATE embedding_call
    SET state = ${call.state}, failure_type = ${call.failureType}, failure_message = ${storableText(call.failureMessage)},
        latency_ms = ${call.latencyMs}::int, ended_at = now()
    WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state = 'open'
    RETURNING model`,
    closedCall,
  );
  countEmbeddings(closed, call.state);
}

/** Calls of this activity's earlier attempts that nobody closed: their worker died, so each may have been paid for. */
export async function markLostEmbeddings(
  database: Database,
  { projectId, about }: { projectId: string; about: EmbeddingSubject },
  execution: Execution,
): Promise<void> {
  await execute(
    database,
    sql`
    WITH lost AS (
      UPDATE embedding_call SET state = 'unknown', ended_at = now()
      WHERE written_by = ${execution.writtenBy} AND project_id = ${projectId}::uuid AND state = 'open'
        AND attempt < ${execution.attempt}
      RETURNING 1
    )
    ${countLostCalls({ projectId, conversationId: about.conversationId ?? null })}`,
  );
}
