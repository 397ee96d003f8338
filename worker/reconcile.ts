import { endRun } from '../activities/transcript/endRun.ts';
import { readStart } from '../activities/transcript/readStart.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import {
  type ConversationStateName,
  conversationStates,
  oneOf,
  ongoingStates,
} from '../workflows/domain/recordStates.ts';
import { answerAgain } from './answerAgain.ts';
import { lastState, stateBefore } from './lastState.ts';
import { outsideEnd } from './outsideEnd.ts';
import type { ReconcilerClients, RunRow } from './reconciler.ts';
import { reopenReset } from './reopenReset.ts';

/** How many rows one round looks at. */
const BATCH = 100;

/** A start that its web process has not brought about by now is taken over. */
const START_GRACE_MS = 5_000;

/**
 * A row in an ongoing state that has not changed for this long is compared with its workflow, so that an end is
 * noticed within a minute.
 */
const SILENCE_MS = 45_000;

/**
 * Reconciles rows and workflows after a crash between the two, or after an operator changed a workflow. It starts
 * missing workflows, ends rows whose workflow was terminated or deleted, so that they can continue with a new task,
 * reopens rows whose workflow was reset, and repeats answers that a workflow has lost. Safe to run in many workers at
 * once.
 */
export async function reconcile(clients: ReconcilerClients, now: Date): Promise<void> {
  await startMissing(clients, new Date(now.getTime() - START_GRACE_MS));
  await reopenReset(clients, now);
  await closeOrphaned(clients, new Date(now.getTime() - SILENCE_MS));
}

async function startMissing(
  { database, temporal, taskQueue, logger }: ReconcilerClients,
  before: Date,
): Promise<void> {
  const rows = await database.conversation.findMany({
    // A schedule's run starts its own.
    where: { state: 'starting', updatedAt: { lt: before }, NOT: { run: 0, scheduled: { state: 'running' } } },
    select: { id: true, projectId: true },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
  });
  for (const row of rows) {
    const outcome = await startWorkflow(temporal, taskQueue, await readStart(database, row));
    logger.info({ conversationId: row.id, outcome }, 'repeated the start of a conversation');
  }
}

/** How many batches one round compares at most: 2,000 conversations, with one request for each batch that only waits. */
const BATCHES = 20;

async function closeOrphaned(clients: ReconcilerClients, before: Date): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch += 1) {
    if ((await compareBatch(clients, before)) < BATCH) return;
  }
}

/** Returns how many rows it has compared. */
async function compareBatch(clients: ReconcilerClients, before: Date): Promise<number> {
  const rows = await clients.database.conversation.findMany({
    where: {
      state: { in: [...ongoingStates] },
      // One that sleeps between two runs has no workflow that could have ended.
      endedAt: null,
      updatedAt: { lt: before },
    },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select: { id: true, projectId: true, run: true, state: true },
  });
  const waiting = rows.filter(({ state }) => STILL.includes(state));
  const running = await listRunning(clients, waiting);
  // Thousands may wait for months: those that do are compared together.
  const still = waiting.filter(({ id, run }) => running.has(conversationWorkflowId(id, run)));
  await clients.database.conversation.updateMany({
    where: { id: { in: still.map(({ id }) => id) }, updatedAt: { lt: before } },
    data: { updatedAt: new Date() },
  });
  for (const row of rows) {
    if (still.includes(row)) continue;
    await compareWithWorkflow(clients, { ...row, state: oneOf(conversationStates, row.state) });
  }
  return rows.length;
}

/** States in which nothing happens until a person does something, or a time has come. */
const STILL: readonly string[] = [
  'waiting',
  'parked',
  'paused',
  'sleeping',
] satisfies ConversationStateName[];

/** The ids of those workflows that run, by the server's list; one that is missing there has to be asked itself. */
async function listRunning({ temporal }: ReconcilerClients, rows: readonly RunRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const ids = rows.map(({ id, run }) => `'${conversationWorkflowId(id, run)}'`).join(', ');
  const query = `ExecutionStatus = 'Running' AND WorkflowId IN (${ids})`;
  const running = new Set<string>();
  for await (const { workflowId } of temporal.workflow.list({ query, pageSize: BATCH }))
    running.add(workflowId);
  return running;
}

async function compareWithWorkflow(
  clients: ReconcilerClients,
  row: RunRow & { state: ConversationStateName },
): Promise<void> {
  const { database, temporal, logger } = clients;
  const { id, projectId, run } = row;
  const ended = await outsideEnd(temporal, id, run);
  if (ended === null) {
    await database.conversation.updateMany({ where: { id, projectId }, data: { updatedAt: new Date() } });
    // It is silent although no person is asked: perhaps it has lost an answer.
    if (row.state === 'running') await answerAgain(clients, row);
    return;
  }
  const { outcome } = ended;
  const finalState = await lastState(database, row, outcome);
  if (finalState === null && ended.kind === 'gone') {
    // It had not started to work, so starting it again loses nothing and repeats nothing.
    await database.conversation.updateMany({
      where: { id, projectId, run, endedAt: null },
      data: { state: 'starting', updatedAt: new Date(), revision: { increment: 1 } },
    });
    logger.warn({ conversationId: id }, 'a conversation without a workflow will be started again');
    return;
  }
  // One that had not begun to work leaves the state that it was to go on from.
  const left = finalState ?? (await stateBefore(database, row, outcome));
  await endRun(database, { projectId, conversationId: id, run, outcome, finalState: left }, 'keeping');
  logger.warn(
    { conversationId: id, reason: outcome.stopReason },
    'closed a conversation without a running workflow',
  );
}
