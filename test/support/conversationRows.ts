import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { storedState } from '../../workflows/contracts/storedState.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';

/** What a conversation may have from its start. */
export interface StartRow {
  standing?: boolean;
  /** The standing conversation that its end wakes. */
  wakes?: string;
}

/** Writes the rows that the web app writes before a conversation's workflow starts: team, version, conversation, task. */
export async function writeConversation(
  database: Database,
  projectId: string,
  config: TeamConfig,
  task: string,
  { standing = false, wakes }: StartRow = {},
): Promise<ConversationRef> {
  const team = await database.team.create({ data: { projectId, name: `Team ${randomUUID()}` } });
  const version = await database.teamVersion.create({
    data: {
      projectId,
      teamId: team.id,
      version: 1,
      description: '',
      config: JSON.parse(JSON.stringify(config)) as object,
    },
  });
  return writeConversationOf(database, { projectId, teamVersionId: version.id }, task, {
    standing,
    ...(wakes !== undefined && { wakes }),
  });
}

/** The same of a team that is there. */
export async function writeConversationOf(
  database: Database,
  { projectId, teamVersionId }: Pick<ConversationRef, 'projectId' | 'teamVersionId'>,
  task: string,
  { standing = false, wakes }: StartRow = {},
): Promise<ConversationRef> {
  const idempotencyKey = randomUUID();
  const { id } = await database.conversation.create({
    data: {
      projectId,
      teamVersionId,
      title: task.slice(0, 120),
      idempotencyKey,
      standing,
      wakesId: wakes ?? null,
      messageCount: 1,
    },
  });
  await database.conversationRun.create({
    data: { projectId, conversationId: id, run: 0, hasTask: true, idempotencyKey, revision: 1 },
  });
  await database.message.create({
    data: {
      projectId,
      conversationId: id,
      seq: 0,
      turn: 0,
      source: 'user',
      type: 'TextMessage',
      content: task,
      writtenBy: `web:${idempotencyKey}`,
      position: 1,
      revision: 1,
    },
  });
  return { projectId, conversationId: id, teamVersionId, run: 0 };
}

/** Writes the rows that the web app writes before the next run of a conversation that has ended. Returns its number. */
export async function writeNextRun(
  database: Database,
  conversationId: string,
  task: readonly TaskMessage[],
): Promise<number> {
  const before = await database.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const { nextSeq = 0, nextTurn = 0 } = storedState(before.finalState) ?? {};
  const { run, projectId, revision } = await database.conversation.update({
    where: { id: conversationId },
    data: {
      state: 'starting',
      run: { increment: 1 },
      stopReason: null,
      endedAt: null,
      revision: { increment: 1 },
      messageCount: { increment: task.length },
    },
  });
  await database.conversationRun.create({
    data: { projectId, conversationId, run, hasTask: task.length > 0, revision },
  });
  await database.message.createMany({
    data: task.map(({ type, source, content, body }, index) => ({
      projectId,
      conversationId,
      run,
      seq: nextSeq + index,
      turn: nextTurn,
      source,
      type,
      content,
      ...(body === null ? {} : { body: JSON.parse(JSON.stringify(body)) as object }),
      writtenBy: `web:${randomUUID()}`,
      position: revision,
      revision,
    })),
  });
  return run;
}
