import type { Database } from '../platform/database.ts';
import { matchingExpressions } from '../platform/expressions.ts';
import type { ConversationInput } from '../workflows/contracts/conversation.ts';
import { conversationStart, type WorkflowStart } from '../workflows/contracts/conversationStart.ts';
import { placeTask } from '../workflows/contracts/placedTask.ts';
import { storedState } from '../workflows/contracts/storedState.ts';
import { teamConfigSchema } from '../workflows/contracts/team.ts';
import type { MessageType } from '../workflows/domain/message.ts';
import type { MessageBody } from '../workflows/domain/transcript/entry.ts';

/** The start of the workflow of a conversation's newest run, from what stands in the database of it. */
export async function readStart(
  database: Database,
  conversationId: string,
): Promise<WorkflowStart<ConversationInput>> {
  const { run } = await database.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { run: true },
  });
  const row = await database.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: {
      teamVersion: { include: { team: true } },
      // Before it has started, a run has said nothing but its task.
      messages: { where: { run, supersededAt: null }, orderBy: { seq: 'asc' } },
    },
  });
  const team = teamConfigSchema.parse(row.teamVersion.config);
  const task = row.messages.map(({ seq, type, source, content, body }) => ({
    seq,
    type: type as MessageType,
    source,
    content,
    body: body as MessageBody | null,
  }));
  return conversationStart({
    id: row.id,
    projectId: row.projectId,
    teamVersionId: row.teamVersionId,
    title: row.title,
    teamName: row.teamVersion.team.name,
    team,
    task: placeTask(team, task, matchingExpressions),
    run,
    ended: run === 0 ? null : storedState(row.finalState),
  });
}
