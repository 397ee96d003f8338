import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { TokenUsage } from '../../workflows/domain/cost.ts';
import type { Execution } from '../execution/execution.ts';
import { countLostCalls } from './countLostCalls.ts';
import type { ConversationKey } from './watchers.ts';
import { countModelCalls } from './workMetrics.ts';

// What the ledger knows of an activity's earlier attempts.

/**
 * Marks open calls of this activity's earlier attempts: their worker died, so each may have been paid for. Calls that
 * are answered in the background are excluded, since this attempt continues them (see backgroundCalls.ts). Returns
 * how many calls of the activity have brought no answer so far.
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
      RETURNING model
    ), counted AS (
      ${countLostCalls({ projectId, conversationId })}
    )
    SELECT count(*)::int AS calls, ARRAY(SELECT model FROM lost) AS lost FROM model_call
    WHERE written_by = ${execution.writtenBy} AND project_id = ${projectId}::uuid AND state <> 'completed'
      AND NOT (state = 'open' AND background_id IS NOT NULL)`,
    z.object({ calls: z.int(), lost: z.array(z.string()) }),
  );
  countModelCalls(
    (rows[0]?.lost ?? []).map((model) => ({ model })),
    'unknown',
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

/** An answer that an earlier attempt of the activity has paid for. */
export interface PaidAnswer {
  callId: string;
  response: unknown;
  usage: TokenUsage | null;
  costMicroUsd: number | null;
}

/**
 * The answer that an earlier attempt got to the same request, in either of its forms (streamed or not); null if it
 * has not been asked yet.
 */
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
