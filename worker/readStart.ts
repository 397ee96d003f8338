import type { Database } from '../platform/database.ts';
import type { ConversationInput } from '../workflows/contracts/conversation.ts';
import { conversationStart, type WorkflowStart } from '../workflows/contracts/conversationStart.ts';
import { teamConfigSchema } from '../workflows/contracts/team.ts';

/** The start of a conversation's workflow, from what stands in the database of it. */
export async function readStart(
  database: Database,
  conversationId: string,
): Promise<WorkflowStart<ConversationInput>> {
  const row = await database.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: {
      teamVersion: { include: { team: true } },
      messages: { where: { supersededAt: null }, orderBy: { seq: 'asc' } },
    },
  });
  return conversationStart({
    id: row.id,
    projectId: row.projectId,
    teamVersionId: row.teamVersionId,
    title: row.title,
    teamName: row.teamVersion.team.name,
    team: teamConfigSchema.parse(row.teamVersion.config),
    task: row.messages.map(({ seq, source, content }) => ({ seq, type: 'TextMessage', source, content })),
  });
}
