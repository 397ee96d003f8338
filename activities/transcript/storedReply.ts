import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { MessageType } from '../../workflows/domain/message.ts';
import type { MemoryContent, MessageBody, TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { MessageCost } from '../../workflows/domain/transcript/factsOf.ts';
import { readToolCalls } from './toolCalls.ts';
import type { ConversationKey } from './watchers.ts';

/** What an earlier attempt of an activity has stored at its place. */
export interface StoredReply {
  message: TaskMessage & { thought: string | null; memories: MemoryContent[][] | null };
  cost: MessageCost;
  calls: PlannedCall[];
}

const rowSchema = z.object({
  type: z.custom<MessageType>(),
  source: z.string(),
  content: z.string(),
  body: z.custom<MessageBody | null>(),
  thought: z.string().nullable(),
  memories: z.custom<MemoryContent[][] | null>(),
  prompt_tokens: z.int().nullable(),
  completion_tokens: z.int().nullable(),
  cost_micro_usd: z.number().nullable(),
});

/** What this activity stored in an earlier attempt; null if nothing. */
export async function readStoredReply(
  database: Database,
  place: { projectId: string; conversationId: string; seq: number; writtenBy: string },
): Promise<StoredReply | null> {
  const rows = await queryRows(
    database,
    sql`
    SELECT m.type, m.source, m.content, m.body, m.thought, m.memories, c.prompt_tokens, c.completion_tokens,
           c.cost_micro_usd::float8 AS cost_micro_usd
    FROM message m LEFT JOIN model_call c ON c.id = m.model_call_id
    WHERE m.conversation_id = ${place.conversationId}::uuid AND m.project_id = ${place.projectId}::uuid AND m.seq = ${place.seq}
      AND m.superseded_at IS NULL AND m.written_by = ${place.writtenBy}`,
    rowSchema,
  );
  const [row] = rows;
  if (row === undefined) return null;
  const {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    cost_micro_usd,
    ...message
  } = row;
  return {
    message,
    cost: {
      usage: promptTokens === null || completionTokens === null ? null : { promptTokens, completionTokens },
      costMicroUsd: cost_micro_usd,
    },
    calls: await plannedCalls(database, place, place.seq),
  };
}

/** The calls as the workflow was (or would have been) told of them. */
async function plannedCalls(
  database: Database,
  conversation: ConversationKey,
  seq: number,
): Promise<PlannedCall[]> {
  const rows = await readToolCalls(database, conversation, seq);
  return rows.map(({ plan }) => plan);
}
