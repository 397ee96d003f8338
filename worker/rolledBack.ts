import { WorkflowUpdateStage, type Client } from '@temporalio/client';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { execute, sql } from '../platform/sql.ts';
import { answerTaskSchema } from '../workflows/contracts/commands.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import { openTasks } from '../workflows/domain/conversation/openTasks.ts';
import { answerTaskUpdate, conversationStateQuery } from '../workflows/messages.ts';

export interface ReconcilerClients {
  database: Database;
  temporal: Client;
  taskQueue: string;
  logger: Logger;
}

// Temporal may know less than our rows do: after a power cut, or where an older copy of its data was restored. What
// activities have stored they find again under their own keys; what people had done it has to be told again.

/** How many of the conversations that ended last, and of those that were answered last, are looked at. */
const LOOKED_AT = 200;

/**
 * Compares what happened last by our rows with the workflows: conversations that have ended though their workflow goes on
 * go on, too, and answers that a workflow does not know are handed in again. Once, when a worker starts: it takes the
 * death of a whole machine, or its restoring, to come to that.
 */
export async function catchUp(clients: ReconcilerClients): Promise<void> {
  await reopenEnded(clients);
  const answered = await clients.database.humanTask.findMany({
    where: {
      state: { not: 'open' },
      conversation: { endedAt: null, state: { in: ['waiting', 'parked', 'paused'] } },
    },
    orderBy: { closedAt: 'desc' },
    take: LOOKED_AT,
    select: { conversation: { select: { id: true, run: true } } },
  });
  const runs = new Map(answered.map(({ conversation: { id, run } }) => [id, run]));
  for (const [id, run] of runs) await answerAgain(clients, id, run);
}

async function reopenEnded(clients: ReconcilerClients): Promise<void> {
  const { database, temporal, logger } = clients;
  const rows = await database.conversation.findMany({
    where: { endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    take: LOOKED_AT,
    select: { id: true, run: true },
  });
  for (const { id, run } of rows) {
    if (!(await isRunning(temporal, id, run))) continue;
    await execute(
      database,
      sql`
      WITH reopened AS (
        UPDATE conversation SET state = 'running', ended_at = NULL, stop_reason = NULL, final_state = NULL,
               updated_at = now(), revision = revision + 1
        WHERE id = ${id}::uuid AND run = ${run}::int AND ended_at IS NOT NULL
        RETURNING id, run, revision
      )
      UPDATE conversation_run r SET state = NULL, stop_reason = NULL, ended_at = NULL, revision = reopened.revision
      FROM reopened WHERE r.conversation_id = reopened.id AND r.run = reopened.run`,
    );
    logger.warn({ conversationId: id }, 'conversation whose workflow goes on reopened');
    await answerAgain(clients, id, run);
  }
}

/**
 * Tells a workflow again what people have answered by our rows and it still asks. A task that no person has closed is
 * opened again. What can't be compared now is compared another time.
 */
export async function answerAgain(
  clients: ReconcilerClients,
  conversationId: string,
  run: number,
): Promise<void> {
  try {
    await compareTasks(clients, conversationId, run);
  } catch (error) {
    clients.logger.warn({ err: error, conversationId }, 'tasks not compared with the workflow');
  }
}

async function compareTasks(
  { database, temporal, logger }: ReconcilerClients,
  conversationId: string,
  run: number,
): Promise<void> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  const asked = openTasks(await handle.query(conversationStateQuery)).map(({ id }) => id);
  const closed = await database.humanTask.findMany({ where: { id: { in: asked }, state: { not: 'open' } } });
  for (const task of closed) {
    const { decision, submissionId, answeredBy: userId } = task;
    const answer = answerTaskSchema.safeParse({ taskId: task.id, decision, submissionId, userId });
    if (!answer.success) {
      await reopenTask(database, conversationId, task.id);
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

async function reopenTask(database: Database, conversationId: string, taskId: string): Promise<void> {
  await execute(
    database,
    sql`
    WITH watched AS (
      UPDATE conversation SET revision = revision + 1, updated_at = now(), state = 'waiting'
      WHERE id = ${conversationId}::uuid
      RETURNING revision
    )
    UPDATE human_task SET state = 'open', closed_at = NULL, decision = NULL, answered_by = NULL, submission_id = NULL,
           revision = watched.revision
    FROM watched WHERE id = ${taskId}::uuid AND human_task.state <> 'open'`,
  );
}

async function isRunning(temporal: Client, conversationId: string, run: number): Promise<boolean> {
  try {
    const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
    return (await handle.describe()).status.name === 'RUNNING';
  } catch {
    // It is gone, or the server is: an ended conversation needs neither.
    return false;
  }
}
