import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { execute, queryRows, sql } from '../../platform/sql.ts';
import type { FailureType } from '../../workflows/contracts/failures.ts';
import type { Execution } from '../execution/execution.ts';
import { countLostCalls } from './countLostCalls.ts';
import { closedCall } from './ledger.ts';
import { isOfNoOther } from './liveText.ts';
import { countModelCalls } from './workMetrics.ts';

/** A call whose answer the provider continues to write while nobody is connected. */
export interface BackgroundCall {
  callId: string;
  /** The provider's id of the answer. */
  id: string;
  /** The number of the first of its events; null: they have none. */
  sequence: number | null;
  /** The attempt that asked. */
  attempt: number;
  /** Milliseconds since the request left. */
  ageMs: number;
}

const backgroundCall = z.object({
  callId: z.string(),
  id: z.string(),
  sequence: z.int().nullable(),
  attempt: z.int(),
  ageMs: z.number(),
});

/** Records the provider's id of an answer with its call, so that the next attempt finds it. */
export async function noteBackground(
  database: Database,
  call: { projectId: string; callId: string; id: string; sequence: number | null },
): Promise<void> {
  await execute(
    database,
    sql`UPDATE model_call SET background_id = ${call.id}, background_sequence = ${call.sequence}::int
        WHERE id = ${call.callId}::uuid AND project_id = ${call.projectId}::uuid`,
  );
}

/** The answer to the same request that an earlier attempt of the activity started; null if there is none. */
export async function readBackground(
  database: Database,
  call: { projectId: string; execution: Execution; ordinal: number; requestSha256: string },
): Promise<BackgroundCall | null> {
  const [row = null] = await queryRows(
    database,
    sql`
    SELECT id AS "callId", background_id AS id, background_sequence AS sequence, attempt,
           (extract(epoch FROM now() - started_at) * 1000)::float8 AS "ageMs"
    FROM model_call
    WHERE written_by = ${call.execution.writtenBy} AND project_id = ${call.projectId}::uuid
      AND ordinal = ${call.ordinal} AND state = 'open'
      AND request_sha256 = ${call.requestSha256} AND background_id IS NOT NULL
    ORDER BY attempt DESC LIMIT 1`,
    backgroundCall,
  );
  return row;
}

/** Counts as unknown what earlier attempts have begun to be answered to requests that are not made any more. */
export async function markAbandonedBackground(
  database: Database,
  call: { projectId: string; conversationId: string; execution: Execution; ordinal: number },
): Promise<void> {
  const lost = await queryRows(
    database,
    sql`
    WITH lost AS (
      UPDATE model_call SET state = 'unknown', ended_at = now()
      WHERE written_by = ${call.execution.writtenBy} AND project_id = ${call.projectId}::uuid
        AND ordinal = ${call.ordinal} AND state = 'open'
        AND attempt < ${call.execution.attempt} AND background_id IS NOT NULL
      RETURNING model
    ), counted AS (
      ${countLostCalls(call)}
    )
    SELECT model FROM lost`,
    closedCall,
  );
  countModelCalls(lost, 'unknown');
}

/**
 * Closes a call whose answer can't be fetched any more: it may have been paid for, and is counted so. Takes its live text
 * away.
 */
export async function closeUnknownCall(
  database: Database,
  call: {
    id: string;
    projectId: string;
    conversationId: string;
    seq: number;
    failureType: FailureType | null;
    failureMessage: string;
    latencyMs: number;
  },
): Promise<void> {
  const closed = await queryRows(
    database,
    sql`
    WITH closed AS (
      UPDATE model_call
      SET state = 'unknown', failure_type = ${call.failureType}, failure_message = ${call.failureMessage},
          latency_ms = ${call.latencyMs}::int, ended_at = now()
      WHERE id = ${call.id}::uuid AND project_id = ${call.projectId}::uuid AND state = 'open'
      RETURNING model
    ), dropped AS (
      DELETE FROM live_text
      WHERE conversation_id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid AND seq = ${call.seq}
        AND ${isOfNoOther(call.id)}
    ), counted AS (
      UPDATE conversation
      SET unknown_calls = unknown_calls + (SELECT count(*) FROM closed), revision = revision + 1, updated_at = now()
      WHERE id = ${call.conversationId}::uuid AND project_id = ${call.projectId}::uuid
    )
    SELECT model FROM closed`,
    closedCall,
  );
  countModelCalls(closed, 'unknown');
}
