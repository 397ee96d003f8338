import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRowsIn, sql } from '../../platform/sql.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import { toolCallStates } from '../../workflows/domain/recordStates.ts';
import { type ConversationKey, raiseRevision } from './watchers.ts';
import { countToolCall } from './workMetrics.ts';

const toolCallRow = z.object({
  id: z.string(),
  index: z.int(),
  agent: z.string(),
  callId: z.string(),
  tool: z.string(),
  proposedArguments: z.string(),
  approvedArguments: z.string().nullable(),
  state: z.enum(toolCallStates),
  attempts: z.int(),
  result: z.string().nullable(),
  isError: z.boolean().nullable(),
  idempotencyKey: z.string(),
  plan: z.custom<PlannedCall>(),
});

/** A tool call's row, as far as activities look at it. */
export type ToolCallRow = z.infer<typeof toolCallRow>;

/** The calls of a round, in order: those of the request that is currently in the transcript. */
export async function readToolCalls(
  database: Pick<Database, '$queryRaw'>,
  { projectId, conversationId }: ConversationKey,
  requestSeq: number,
): Promise<ToolCallRow[]> {
  return queryRowsIn(
    database,
    sql`
    SELECT t.id, t.index, t.agent, t.call_id AS "callId", t.tool, t.proposed_arguments AS "proposedArguments",
           t.approved_arguments AS "approvedArguments", t.state, t.attempts, t.result, t.is_error AS "isError",
           t.idempotency_key AS "idempotencyKey", t.plan
    FROM tool_call t
    JOIN message m ON m.conversation_id = t.conversation_id AND m.seq = t.seq AND m.written_by = t.written_by
                  AND m.superseded_at IS NULL
    WHERE t.conversation_id = ${conversationId}::uuid AND t.project_id = ${projectId}::uuid AND t.seq = ${requestSeq}
    ORDER BY t.index`,
    toolCallRow,
  );
}

/** One of them. Fails with `conversation_missing` where it is gone. */
export async function readToolCall(
  database: Pick<Database, '$queryRaw'>,
  conversation: ConversationKey,
  call: { requestSeq: number; index: number },
): Promise<ToolCallRow> {
  const rows = await readToolCalls(database, conversation, call.requestSeq);
  const row = rows.find(({ index }) => index === call.index);
  if (row === undefined)
    throw ApplicationFailure.nonRetryable('The tool call no longer exists', 'conversation_missing');
  return row;
}

/**
 * Records that a call is about to be sent, so that a lost attempt is known. Returns false if another attempt has it.
 */
export async function markToolCallRunning(
  database: Database,
  { projectId, conversationId }: ConversationKey,
  call: { id: string; attempts: number; effectiveArguments: string },
): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const revision = await raiseRevision(transaction, { projectId, conversationId });
    const { count } = await transaction.toolCall.updateMany({
      where: {
        id: call.id,
        projectId,
        conversationId,
        attempts: call.attempts,
        state: { in: ['proposed', 'running', 'unknown'] },
      },
      data: {
        state: 'running',
        attempts: call.attempts + 1,
        effectiveArguments: call.effectiveArguments,
        startedAt: new Date(),
        revision,
      },
    });
    return count === 1;
  });
}

/** Stores the result of a call. A closed call stays unchanged. */
export async function closeToolCall(
  database: Database,
  { projectId, conversationId }: ConversationKey,
  call: {
    id: string;
    state: 'completed' | 'failed' | 'unknown' | 'proposed';
    result: string | null;
    isError: boolean | null;
    /** What kind of tool it is, for what is counted. */
    kind: string;
  },
): Promise<void> {
  const { id, state, result, isError } = call;
  const closed = await database.$transaction(async (transaction) => {
    const revision = await raiseRevision(transaction, { projectId, conversationId });
    const { count } = await transaction.toolCall.updateMany({
      where: { id, projectId, conversationId, state: { in: ['proposed', 'running', 'unknown'] } },
      data: { state, result, isError, revision, endedAt: state === 'proposed' ? null : new Date() },
    });
    return count;
  });
  if (closed === 1 && state !== 'proposed') countToolCall(call.kind, state);
}
