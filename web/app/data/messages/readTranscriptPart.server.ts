import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { TranscriptPart } from '../conversations/conversationState.ts';
import { readChanges, type TranscriptPlace } from '../conversations/readChanges.server.ts';
import { pageChange } from './pageMessage.ts';

/** Which messages: those from a place on (gaps.ts), or those around the message with a sequence number. */
export type PartAsked = { from: number } | { around: number };

/**
 * `most` messages of a conversation's transcript, with what belongs to them; those around a message end with its page,
 * so that parts don't overlap. Null: the project has no such conversation, or that no such message.
 */
export async function readTranscriptPart(
  { projectId }: ProjectScope,
  conversationId: string,
  asked: PartAsked,
  most: number,
): Promise<TranscriptPart | null> {
  const { database } = services();
  const first =
    'from' in asked ? asked.from : await firstOfPart(projectId, conversationId, asked.around, most);
  if (first === null) return null;
  const shown = { projectId, conversationId, supersededAt: null, copied: false };
  const [begin, end] = await Promise.all(
    [first, first + most].map((skip) =>
      database.message.findFirst({
        where: shown,
        orderBy: [{ position: 'asc' }, { seq: 'asc' }],
        skip,
        select: { seq: true, position: true },
      }),
    ),
  );
  const place = (row: { seq: number; position: bigint } | null | undefined): TranscriptPlace | null =>
    row == null ? null : { seq: row.seq, position: Number(row.position) };
  // What stands before the first message, a copy of a task for one, belongs to the first part.
  const from = first === 0 ? null : place(begin);
  const none = { messages: [], tasks: [], calls: [], toolCalls: [] };
  const part = { from: first, to: first + most };
  if (from === null && first > 0) return { ...part, rows: none };
  const [change] = await readChanges(database, [
    { projectId, id: conversationId, revision: 0, from, to: place(end) },
  ]);
  if (change === undefined) return null;
  const { messages, tasks, calls, toolCalls } = pageChange(change);
  return { ...part, rows: { messages, tasks, calls, toolCalls } };
}

/** Where the part begins that holds a message; null: there is no such message. */
async function firstOfPart(
  projectId: string,
  conversationId: string,
  seq: number,
  most: number,
): Promise<number | null> {
  const [row] = await services().database.$queryRaw<{ before: number }[]>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM message e
            WHERE e.conversation_id = m.conversation_id AND e.superseded_at IS NULL AND NOT e.copied
              AND (e.position, e.seq) < (m.position, m.seq)) AS before
    FROM message m
    WHERE m.project_id = ${projectId}::uuid AND m.conversation_id = ${conversationId}::uuid AND m.seq = ${seq}
      AND m.superseded_at IS NULL
    LIMIT 1`);
  return row === undefined ? null : Math.floor(row.before / most) * most;
}
