import { z } from 'zod';
import type { Transaction } from './database.ts';
import { queryRowsIn, sql } from './sql.ts';

/** A run of a conversation. */
export interface RunOfConversation {
  conversationId: string;
  /** From 0. */
  run: number;
}

const cost = z.object({
  conversationId: z.string(),
  run: z.int(),
  costMicroUsd: z.number(),
  unpricedCalls: z.int(),
  unknownCalls: z.int(),
});

/** What a run has cost so far; as of a conversation, calls that are not in the sum are counted. */
export type RunCost = z.infer<typeof cost>;

/**
 * What each of some runs has cost, by the ledgers: the calls of the turns from its first one up to the first of the next run. What a
 * team remembers of a run is written under the turn after its last one. Runs that have said nothing yet are left out.
 */
export async function costsOfRuns(
  transaction: Pick<Transaction, '$queryRaw'>,
  projectId: string,
  runs: readonly RunOfConversation[],
): Promise<RunCost[]> {
  if (runs.length === 0) return [];
  const conversationIds = runs.map(({ conversationId }) => conversationId);
  const numbers = runs.map(({ run }) => run);
  return queryRowsIn(
    transaction,
    sql`
    WITH wanted AS (
      SELECT DISTINCT * FROM unnest(${conversationIds}::uuid[], ${numbers}::int[]) AS w(conversation_id, run)
    ), begun AS (
      SELECT m.conversation_id, m.run, min(m.turn) AS turn FROM message m
      WHERE m.project_id = ${projectId}::uuid AND m.conversation_id = ANY(${conversationIds}::uuid[])
      GROUP BY m.conversation_id, m.run
    ), spans AS (
      SELECT conversation_id, run, turn AS first,
        lead(turn) OVER (PARTITION BY conversation_id ORDER BY run) AS next
      FROM begun
    ), span AS (
      SELECT spans.* FROM spans JOIN wanted USING (conversation_id, run)
    ), paid AS (
      SELECT c.conversation_id, c.turn - (c.purpose = 'memory')::int AS turn, c.cost_micro_usd, c.state FROM model_call c
      WHERE c.project_id = ${projectId}::uuid AND c.conversation_id = ANY(${conversationIds}::uuid[])
        AND c.turn >= (SELECT min(first) FROM span)
      UNION ALL
      SELECT e.conversation_id, e.turn, e.cost_micro_usd, e.state FROM embedding_call e
      WHERE e.project_id = ${projectId}::uuid AND e.conversation_id = ANY(${conversationIds}::uuid[])
        AND e.turn >= (SELECT min(first) FROM span)
    )
    SELECT span.conversation_id::text AS "conversationId", span.run,
      coalesce(sum(paid.cost_micro_usd), 0)::float8 AS "costMicroUsd",
      count(*) FILTER (WHERE paid.state = 'completed' AND paid.cost_micro_usd IS NULL)::int AS "unpricedCalls",
      count(*) FILTER (WHERE paid.state = 'unknown')::int AS "unknownCalls"
    FROM span LEFT JOIN paid ON paid.conversation_id = span.conversation_id
      AND paid.turn >= span.first AND (span.next IS NULL OR paid.turn < span.next)
    GROUP BY span.conversation_id, span.run`,
    cost,
  );
}
