import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from './database.ts';

/** A message of a task at its place in the transcript. */
interface NumberedMessage {
  seq: number;
  type: string;
  source: string;
  content: string;
  /** What its type has besides its text. */
  body: object | null;
}

export interface NewConversation {
  projectId: string;
  teamVersionId: string;
  title: string;
  /** Of the request that starts it; the same key again is the same conversation. */
  idempotencyKey: string;
  /** Null: no person has sent a request. */
  requestSha256: string | null;
  task: readonly NumberedMessage[];
  /** The writer of the task, as a row keeps it. */
  writtenBy: string;
  createdBy: string | null;
  standing: boolean;
  /** The standing conversation that each end of a run of it wakes. */
  wakesId: string | null;
}

/** Writes a conversation with its first run and that one's task, before its workflow starts. Returns its id. */
export async function writeConversation(
  transaction: Transaction,
  { requestSha256, task, writtenBy, ...conversation }: NewConversation,
): Promise<string> {
  const { projectId, idempotencyKey, createdBy: userId } = conversation;
  const { id: conversationId, revision } = await transaction.conversation.create({
    data: { ...conversation, messageCount: task.length },
    select: { id: true, revision: true },
  });
  const run = { projectId, conversationId, run: 0, idempotencyKey, revision };
  await transaction.conversationRun.create({ data: { ...run, hasTask: task.length > 0, requestSha256 } });
  await transaction.message.createMany({
    data: taskMessageRows({ ...run, userId, writtenBy, task, turn: 0 }),
  });
  return conversationId;
}

export interface NextRun {
  projectId: string;
  conversationId: string;
  run: number;
  idempotencyKey: string;
  /** Null: no person has sent a request. */
  requestSha256: string | null;
  /** How many messages its task has. */
  taskLength: number;
}

/**
 * Writes the next run of a conversation that is at rest and whose row is locked, before its workflow starts: all but the
 * messages of its task. Returns the conversation's revision of this write, and the stored state that the run goes on from.
 */
export async function writeNextRun(
  transaction: Transaction,
  { taskLength, ...next }: NextRun,
): Promise<{ revision: bigint; finalState: Prisma.JsonValue }> {
  const { projectId, conversationId, run } = next;
  const conversation = await transaction.conversation.update({
    where: { id: conversationId, projectId },
    data: {
      state: 'starting',
      run,
      stopReason: null,
      endedAt: null,
      updatedAt: new Date(),
      revision: { increment: 1 },
      messageCount: { increment: taskLength },
    },
    select: { revision: true, finalState: true },
  });
  const { revision } = conversation;
  await transaction.conversationRun.create({ data: { ...next, hasTask: taskLength > 0, revision } });
  return conversation;
}

export interface TaskMessageRowsOptions {
  projectId: string;
  conversationId: string;
  userId: string | null;
  /** The writer, as a row keeps it. */
  writtenBy: string;
  task: readonly NumberedMessage[];
  run: number;
  turn: number;
  /** The conversation's revision of this write, which is also their position in the transcript. */
  revision: bigint;
}

/** The message rows for a run's task. */
export function taskMessageRows(options: TaskMessageRowsOptions): Prisma.MessageCreateManyInput[] {
  const { projectId, conversationId, userId, writtenBy, task, run, turn, revision } = options;
  return task.map(({ seq, type, source, content, body }) => ({
    projectId,
    conversationId,
    seq,
    turn,
    run,
    source,
    type,
    content,
    ...(body === null ? {} : { body }),
    userId,
    writtenBy,
    position: revision,
    revision,
  }));
}
