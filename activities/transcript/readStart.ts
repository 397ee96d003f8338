import type { Database, Transaction } from '../../platform/database.ts';
import { matchingExpressions } from '../../platform/expressions.ts';
import type { ConversationInput } from '../../workflows/contracts/conversation.ts';
import { conversationStart, type WorkflowStart } from '../../workflows/contracts/conversationStart.ts';
import { placeTask } from '../../workflows/contracts/placedTask.ts';
import { storedState } from '../../workflows/contracts/storedState.ts';
import { teamConfigSchema } from '../../workflows/contracts/team.ts';
import { asStored } from './storedMessage.ts';

/** The arguments that start the workflow of a conversation's newest run, from its rows. */
export async function readStart(
  database: Database | Transaction,
  { projectId, id }: { projectId: string; id: string },
): Promise<WorkflowStart<ConversationInput>> {
  const { run } = await database.conversation.findUniqueOrThrow({
    where: { id, projectId },
    select: { run: true },
  });
  const row = await database.conversation.findUniqueOrThrow({
    where: { id, projectId },
    include: {
      teamVersion: { include: { team: true } },
      // Before it has started, a run has said nothing but its task.
      messages: { where: { projectId, run, supersededAt: null }, orderBy: { seq: 'asc' } },
    },
  });
  const team = teamConfigSchema.parse(row.teamVersion.config);
  return conversationStart({
    id,
    projectId,
    teamVersionId: row.teamVersionId,
    title: row.title,
    teamName: row.teamVersion.team.name,
    team,
    task: placeTask(team, row.messages.map(asStored), matchingExpressions),
    run,
    ended: run === 0 ? null : storedState(row.finalState),
  });
}
