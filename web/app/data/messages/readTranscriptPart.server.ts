import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { TranscriptPart } from '../conversations/conversationState.ts';
import { readChanges, type TranscriptPlace } from '../conversations/readChanges.server.ts';
import { pageChange } from './pageMessage.ts';

/** The messages to read: from a place on (gaps.ts), or around the message with a sequence number. */
export type PartAsked = { from: number } | { around: number };

/**
 * `most` messages of a conversation's transcript, with related rows. Messages around another come as whole pages,
 * so that parts don't overlap. Null if the project has no such conversation, or the conversation no such message.
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
  // Everything before the first message, such as a copy of a task, belongs to the first part.
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

/** The start of the part that contains a message; null if there is no such message. */
async function firstOfPart(
  projectId: string,
  conversationId: string,
  seq: number,
  most: number,
): Promise<number | null> {
  const { database } = services();
  const current = { projectId, conversationId, supersededAt: null };
  const message = await database.message.findFirst({
    where: { ...current, seq },
    select: { position: true },
  });
  if (message === null) return null;
  const { position } = message;
  const before = await database.message.count({
    where: {
      ...current,
      copied: false,
      OR: [{ position: { lt: position } }, { position, seq: { lt: seq } }],
    },
  });
  return Math.floor(before / most) * most;
}
