import type { Database, Transaction } from '../../platform/database.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Ending } from '../../workflows/domain/transcript/ending.ts';
import type { MemoryContent, MessageBody, TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { Execution } from '../execution/execution.ts';
import { type ConversationKey, raiseRevision } from './watchers.ts';

/** A message with its place in the transcript. */
export interface MessageToStore extends TaskMessage {
  seq: number;
  thought?: string | null;
  ending?: Ending | null;
  memories?: MemoryContent[][] | null;
  copied?: boolean;
  resets?: boolean;
}

/** Where messages are written, and by whom. */
export interface WritingPlace {
  projectId: string;
  conversationId: string;
  run: number;
  scope: string;
  turn: number;
  /** Null: not an agent's own doing. */
  readBefore: number | null;
  execution: Execution;
}

/** Stores messages without a model call; messages that an earlier attempt of the activity stored stay unchanged. */
export async function storeMessages(
  database: Database,
  place: WritingPlace,
  messages: readonly MessageToStore[],
): Promise<void> {
  if (messages.length === 0) return;
  await database.$transaction((transaction) => insertMessages(transaction, place, messages));
}

/** The same within a transaction of the caller. */
export async function insertMessages(
  transaction: Transaction,
  place: WritingPlace,
  messages: readonly MessageToStore[],
): Promise<void> {
  const revision = await raiseRevision(transaction, place);
  await transaction.message.createMany({
    skipDuplicates: true,
    data: messages.map((message) => ({
      projectId: place.projectId,
      conversationId: place.conversationId,
      seq: message.seq,
      turn: place.turn,
      run: place.run,
      scope: place.scope,
      source: message.source,
      type: message.type,
      content: message.content,
      body: jsonColumn(message.body),
      thought: message.thought ?? null,
      ending: message.ending ?? null,
      memories: jsonColumn(message.memories ?? null),
      copied: message.copied ?? false,
      resets: message.resets ?? false,
      readBefore: place.readBefore,
      writtenBy: place.execution.writtenBy,
      revision,
      position: revision,
    })),
  });
  const count = Math.max(...messages.map(({ seq }) => seq)) + 1;
  await countMessages(transaction, place, count);
}

/** A nullable jsonb column's value as Prisma wants it. */
export function jsonColumn(value: MessageBody | MemoryContent[][] | null) {
  return value === null ? Prisma.DbNull : (value as unknown as Prisma.InputJsonValue);
}

/** Counts the messages of a conversation: as many as there are places that have been written. */
export async function countMessages(
  transaction: Transaction,
  { projectId, conversationId }: ConversationKey,
  count: number,
): Promise<void> {
  await transaction.conversation.updateMany({
    where: { id: conversationId, projectId, messageCount: { lt: count } },
    data: { messageCount: count },
  });
}
