import { WorkflowUpdateStage } from '@temporalio/client';
import { reviveTaskNotices } from '../activities/people/noticeRows.ts';
import { reviveDraft } from '../activities/transcript/reviveDraft.ts';
import type { Database } from '../platform/database.ts';
import { type AnswerTask, answerTaskSchema } from '../workflows/contracts/commands.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import { type OngoingState, ongoingState } from '../workflows/domain/conversation/describe.ts';
import { openTasks } from '../workflows/domain/conversation/openTasks.ts';
import { oneOf } from '../workflows/domain/recordStates.ts';
import { allTaskKinds, waitsWithMessage } from '../workflows/domain/tasks/registry.ts';
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
    clients.logger.warn(
      { err: error, conversationId: row.id },
      'could not compare open tasks with the workflow',
    );
  }
}

async function compareTasks(
  { database, temporal, logger }: ReconcilerClients,
  { id: conversationId, projectId, run }: RunRow,
): Promise<void> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  const control = await handle.query(conversationStateQuery);
  const asked = openTasks(control).map(({ id }) => id);
  const closed = await database.humanTask.findMany({
    where: { projectId, conversationId, id: { in: asked }, state: { not: 'open' } },
    include: { votes: { orderBy: { votedAt: 'asc' } } },
  });
  for (const task of closed) {
    const answers = answersOf(task);
    if (answers.length === 0) {
      await reopenTask(database, { ...task, projectId, conversationId, whileOpen: ongoingState(control) });
      continue;
    }
    for (const answer of answers) {
      await handle.startUpdate(answerTaskUpdate, {
        args: [answer],
        updateId: answer.submissionId,
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      });
    }
    logger.warn({ conversationId, taskId: task.id }, 'submitted an answer again');
  }
}

/** What people have answered by a task's row: all of their votes, where several had to agree. Empty: nobody has decided it. */
function answersOf(task: {
  id: string;
  decision: string | null;
  submissionId: string | null;
  answeredBy: string | null;
  votes: { decision: string; submissionId: string; userId: string }[];
}): AnswerTask[] {
  const { id: taskId, decision, submissionId, answeredBy } = task;
  const last = { decision, submissionId, userId: answeredBy };
  const given = submissionId !== null && task.votes.length > 0 ? task.votes : [last];
  return given.flatMap((each) => {
    const { decision: decided, submissionId: handedIn, userId } = each;
    const answer = answerTaskSchema.safeParse({ taskId, decision: decided, submissionId: handedIn, userId });
    return answer.success ? [answer.data] : [];
  });
}

async function reopenTask(
  database: Database,
  task: {
    projectId: string;
    conversationId: string;
    id: string;
    kind: string;
    seq: number;
    whileOpen: OngoingState;
  },
): Promise<void> {
  const { projectId, conversationId, id: taskId, kind, seq } = task;
  await database.$transaction(async (transaction) => {
    const { revision } = await transaction.conversation.update({
      where: { id: conversationId, projectId },
      data: { revision: { increment: 1 }, updatedAt: new Date(), state: task.whileOpen },
      select: { revision: true },
    });
    const { count } = await transaction.humanTask.updateMany({
      where: { id: taskId, projectId, conversationId, state: { not: 'open' } },
      data: { state: 'open', closedAt: null, decision: null, answeredBy: null, submissionId: null, revision },
    });
    if (count === 0) return;
    if (waitsWithMessage(oneOf(allTaskKinds, kind)))
      await reviveDraft(transaction, { projectId, conversationId, seq, revision });
    await reviveTaskNotices(transaction, { projectId, taskId }, new Date());
  });
}
