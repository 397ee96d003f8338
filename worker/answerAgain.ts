import { WorkflowUpdateStage } from '@temporalio/client';
import type { Database } from '../platform/database.ts';
import { answerTaskSchema } from '../workflows/contracts/commands.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import { openTasks } from '../workflows/domain/conversation/openTasks.ts';
import { answerTaskUpdate, conversationStateQuery } from '../workflows/messages.ts';
import type { ReconcilerClients, RunRow } from './reconciler.ts';

/**
 * Tells a workflow again what people have answered by our rows and it still asks. A task that no person has closed is
 * opened again. What can't be compared now is compared another time.
 */
export async function answerAgain(clients: ReconcilerClients, row: RunRow): Promise<void> {
  try {
    await compareTasks(clients, row);
  } catch (error) {
    clients.logger.warn({ err: error, conversationId: row.id }, 'tasks not compared with the workflow');
  }
}

async function compareTasks(
  { database, temporal, logger }: ReconcilerClients,
  { id: conversationId, projectId, run }: RunRow,
): Promise<void> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  const asked = openTasks(await handle.query(conversationStateQuery)).map(({ id }) => id);
  const closed = await database.humanTask.findMany({
    where: { projectId, conversationId, id: { in: asked }, state: { not: 'open' } },
  });
  for (const task of closed) {
    const { decision, submissionId, answeredBy: userId } = task;
    const answer = answerTaskSchema.safeParse({ taskId: task.id, decision, submissionId, userId });
    if (!answer.success) {
      await reopenTask(database, { projectId, conversationId, taskId: task.id });
      continue;
    }
    await handle.startUpdate(answerTaskUpdate, {
      args: [answer.data],
      updateId: answer.data.submissionId,
      waitForStage: WorkflowUpdateStage.ACCEPTED,
    });
    logger.warn({ conversationId, taskId: task.id }, 'answer handed in again');
  }
}

async function reopenTask(
  database: Database,
  { projectId, conversationId, taskId }: { projectId: string; conversationId: string; taskId: string },
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { revision } = await transaction.conversation.update({
      where: { id: conversationId, projectId },
      data: { revision: { increment: 1 }, updatedAt: new Date(), state: 'waiting' },
      select: { revision: true },
    });
    await transaction.humanTask.updateMany({
      where: { id: taskId, projectId, conversationId, state: { not: 'open' } },
      data: { state: 'open', closedAt: null, decision: null, answeredBy: null, submissionId: null, revision },
    });
  });
}
