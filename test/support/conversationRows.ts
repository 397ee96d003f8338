import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';

/** Writes the rows that the web app writes before a conversation's workflow starts: team, version, conversation, task. */
export async function writeConversation(
  database: Database,
  projectId: string,
  config: TeamConfig,
  task: string,
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
  const idempotencyKey = randomUUID();
  const { id } = await database.conversation.create({
    data: {
      projectId,
      teamVersionId: version.id,
      title: task.slice(0, 120),
      idempotencyKey,
      messageCount: 1,
    },
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
  return { projectId, conversationId: id, teamVersionId: version.id, run: 0 };
}
