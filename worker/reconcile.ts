import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import { lastState } from './lastState.ts';
import { readStart } from './readStart.ts';
import { answerAgain, type ReconcilerClients } from './rolledBack.ts';

/** How many rows one round looks at. */
const BATCH = 100;

/** A start that its web process has not brought about by now is taken over. */
const START_GRACE_MS = 5_000;

/** A row that says "goes on" but has not changed for this long is compared with its workflow. */
const SILENCE_MS = 60_000;

/**
 * Brings rows and workflows together again after a crash between the two: starts what has a row and no workflow, and
 * closes rows whose workflow was ended from outside (terminated, or deleted), so that they can go on with a further task,
 * and tells a workflow again what it has been told before. Safe to run in many workers at once.
 */
export async function reconcile(clients: ReconcilerClients, now: Date): Promise<void> {
  await startMissing(clients, new Date(now.getTime() - START_GRACE_MS));
  await closeOrphaned(clients, new Date(now.getTime() - SILENCE_MS));
}

async function startMissing(
  { database, temporal, taskQueue, logger }: ReconcilerClients,
  before: Date,
): Promise<void> {
  const rows = await database.conversation.findMany({
    where: { state: 'starting', updatedAt: { lt: before } },
    select: { id: true },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
  });
  for (const { id } of rows) {
    const outcome = await startWorkflow(temporal, taskQueue, await readStart(database, id));
    logger.info({ conversationId: id, outcome }, 'conversation start repeated');
  }
}

async function closeOrphaned(clients: ReconcilerClients, before: Date): Promise<void> {
  const { database, temporal, logger } = clients;
  const rows = await database.conversation.findMany({
    where: {
      state: { in: ['starting', 'running', 'waiting', 'parked', 'paused'] },
      updatedAt: { lt: before },
    },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select: { id: true, run: true, state: true },
  });
  for (const { id, run, state } of rows) {
    const ended = await endOf(temporal, id, run);
    if (ended === null) {
      await database.$executeRaw`UPDATE conversation SET updated_at = now() WHERE id = ${id}::uuid`;
      // One that is silent though it asks nobody: perhaps it does not know of an answer.
      if (state === 'running') await answerAgain(clients, id, run);
      continue;
    }
    const finalState = await lastState(database, { conversationId: id, run, reason: ended });
    if (finalState === null && ended === GONE) {
      // It had not begun to work: nothing is lost, and nothing done twice, where it starts anew.
      await database.$executeRaw`
        UPDATE conversation SET state = 'starting', updated_at = now(), revision = revision + 1
        WHERE id = ${id}::uuid AND run = ${run} AND ended_at IS NULL`;
      logger.warn({ conversationId: id }, 'conversation without a workflow is to start anew');
      continue;
    }
    await database.$executeRaw`
      WITH ended AS (
        UPDATE conversation
        SET state = 'failed', stop_reason = ${ended}, ended_at = now(), updated_at = now(), revision = revision + 1,
            final_state = ${finalState === null ? null : JSON.stringify(finalState)}::jsonb
        WHERE id = ${id}::uuid AND run = ${run} AND ended_at IS NULL
        RETURNING id, run, revision, ended_at
      ), run_ended AS (
        UPDATE conversation_run
        SET state = 'failed', stop_reason = ${ended}, ended_at = ended.ended_at, revision = ended.revision
        FROM ended WHERE conversation_run.conversation_id = ended.id AND conversation_run.run = ended.run
      )
      UPDATE human_task SET state = 'withdrawn', closed_at = now(), revision = ended.revision
      FROM ended WHERE human_task.conversation_id = ended.id AND human_task.state = 'open'`;
    logger.warn({ conversationId: id, reason: ended }, 'conversation without a running workflow closed');
  }
}

const GONE = 'Its workflow is gone from the Temporal server';

/** The ends that a conversation's workflow does not bring about itself. */
const ENDED_FROM_OUTSIDE = new Map<string, string>([
  ['TERMINATED', 'Its workflow was terminated'],
  ['FAILED', 'Its workflow failed'],
  ['TIMED_OUT', 'Its workflow timed out'],
]);

/** Why a workflow no longer runs; null: it does, or its own last activity is still to come. */
async function endOf(temporal: Client, conversationId: string, run: number): Promise<string | null> {
  try {
    const { status } = await temporal.workflow
      .getHandle(conversationWorkflowId(conversationId, run))
      .describe();
    return ENDED_FROM_OUTSIDE.get(status.name) ?? null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return GONE;
    throw error;
  }
}
