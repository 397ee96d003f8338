import { endRun } from '../activities/transcript/endRun.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { answerAgain } from './answerAgain.ts';
import { lastState } from './lastState.ts';
import { outsideEnd } from './outsideEnd.ts';
import { readStart } from './readStart.ts';
import type { ReconcilerClients, RunRow } from './reconciler.ts';
import { reopenReset } from './reopenReset.ts';

/** How many rows one round looks at. */
const BATCH = 100;

/** A start that its web process has not brought about by now is taken over. */
const START_GRACE_MS = 5_000;

/** A row that says "goes on" but has not changed for this long is compared with its workflow: its end is seen within a minute. */
const SILENCE_MS = 45_000;

/**
 * Brings rows and workflows together again after a crash between the two, or when an operator has taken a workflow in
 * hand: starts what has a row and no workflow, ends rows whose workflow was ended from outside (terminated, or deleted),
 * so that they can go on with a further task, opens those again whose workflow was reset, and tells a workflow again what
 * it has been told before. Safe to run in many workers at once.
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
  const rows = await clients.database.conversation.findMany({
    where: {
      state: { in: ['starting', 'running', 'waiting', 'parked', 'paused'] },
      updatedAt: { lt: before },
    },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select: { id: true, projectId: true, run: true, state: true },
  });
  for (const row of rows) await compareWithWorkflow(clients, row);
}

async function compareWithWorkflow(
  clients: ReconcilerClients,
  row: RunRow & { state: string },
): Promise<void> {
  const { database, temporal, logger } = clients;
  const { id, projectId, run } = row;
  const ended = await outsideEnd(temporal, id, run);
  if (ended === null) {
    await database.conversation.updateMany({ where: { id, projectId }, data: { updatedAt: new Date() } });
    // One that is silent though it asks nobody: perhaps it does not know of an answer.
    if (row.state === 'running') await answerAgain(clients, row);
    return;
  }
  const { outcome } = ended;
  const finalState = await lastState(database, row, outcome);
  if (finalState === null && ended.kind === 'gone') {
    // It had not begun to work: nothing is lost, and nothing done twice, where it starts anew.
    await database.conversation.updateMany({
      where: { id, projectId, run, endedAt: null },
      data: { state: 'starting', updatedAt: new Date(), revision: { increment: 1 } },
    });
    logger.warn({ conversationId: id }, 'conversation without a workflow is to start anew');
    return;
  }
  await endRun(database, { projectId, conversationId: id, run, outcome, finalState }, 'keeping');
  logger.warn(
    { conversationId: id, reason: outcome.stopReason },
    'conversation without a running workflow closed',
  );
}
