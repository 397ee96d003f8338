import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../../platform/database.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import type { TestProject } from './dataWorld.ts';

/** Writes a conversation as the web app and the workers would. */
export async function addConversation(
  database: Database,
  project: TestProject,
  data: Partial<Prisma.ConversationUncheckedCreateInput> = {},
): Promise<string> {
  const row = await database.conversation.create({
    data: {
      projectId: project.scope.projectId,
      teamVersionId: project.teamVersionId,
      title: 'A conversation',
      idempotencyKey: randomUUID(),
      state: 'running',
      ...data,
    },
  });
  return row.id;
}

/** Increments a conversation's revision and writes what changed with it, as every activity does. */
export async function underNextRevision(
  database: Database,
  conversationId: string,
  write: (transaction: Transaction, revision: bigint) => Promise<unknown>,
  changes: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<number> {
  return database.$transaction(async (transaction) => {
    const { revision } = await transaction.conversation.update({
      where: { id: conversationId },
      data: { ...changes, revision: { increment: 1 } },
    });
    await write(transaction, revision);
    return Number(revision);
  });
}

/** Adds a message at the end of the transcript; returns the revision. */
export async function addMessage(
  database: Database,
  project: TestProject,
  conversationId: string,
  message: { seq: number; content: string } & Partial<Prisma.MessageUncheckedCreateInput>,
): Promise<number> {
  return underNextRevision(
    database,
    conversationId,
    (transaction, revision) =>
      transaction.message.create({
        data: {
          projectId: project.scope.projectId,
          conversationId,
          turn: message.seq,
          source: 'writer',
          type: 'TextMessage',
          writtenBy: `test:${randomUUID()}`,
          revision,
          ...message,
        },
      }),
    { messageCount: { increment: 1 } },
  );
}
