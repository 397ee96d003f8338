import { startWorkflow } from '../platform/startWorkflow.ts';
import { importStart, type StartableImport } from '../workflows/contracts/importStart.ts';
import { importWorkflowId } from '../workflows/contracts/names.ts';
import { ongoingImportStates, openItemStates } from '../workflows/domain/knowledge/importStates.ts';
import type { ReconcilerClients } from './reconciler.ts';
import { workflowStands } from './workflowStands.ts';

const BATCH = 100;
/** A start that its web process has not brought about by now is taken over. */
const START_GRACE_MS = 5_000;
/** A row that has not changed for this long is compared with its workflow. */
const SILENCE_MS = 45_000;

/**
 * Brings imports and their workflows together again: starts what has a row and no workflow, lets an import go on, as its next
 * run, whose workflow is gone, and closes one whose workflow was ended from outside: what is left of it can be tried again.
 * Safe to run in many workers at once.
 */
export async function reconcileImports(clients: ReconcilerClients, now: Date): Promise<void> {
  const { database, temporal, taskQueue, logger } = clients;
  const select = { id: true, projectId: true, run: true };
  const missing = await database.knowledgeImport.findMany({
    where: { state: 'starting', updatedAt: { lt: new Date(now.getTime() - START_GRACE_MS) } },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select,
  });
  for (const row of missing) {
    const outcome = await startWorkflow(temporal, taskQueue, importStart(row));
    logger.info({ importId: row.id, outcome }, 'repeated the start of an import');
    // One that has been started and ended from outside before it said anything.
    if (outcome === 'already_started') await compareWithWorkflow(clients, row);
  }
  const silent = await database.knowledgeImport.findMany({
    where: {
      state: { in: ['running', 'paused'] },
      updatedAt: { lt: new Date(now.getTime() - SILENCE_MS) },
    },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select,
  });
  for (const row of silent) await compareWithWorkflow(clients, row);
}

async function compareWithWorkflow({ database, temporal, logger }: ReconcilerClients, row: StartableImport) {
  const { id: importId, projectId, run } = row;
  const stands = await workflowStands(temporal, importWorkflowId(importId, run));
  const now = new Date();
  const ongoing = { id: importId, projectId, run, state: { in: [...ongoingImportStates] } };
  if (stands === 'going') {
    await database.knowledgeImport.updateMany({ where: ongoing, data: { updatedAt: now } });
  } else if (stands === 'gone') {
    await database.knowledgeImport.updateMany({
      where: ongoing,
      data: { state: 'starting', run: run + 1, updatedAt: now },
    });
    logger.warn({ importId }, 'continued an import without a workflow as its next run');
  } else {
    const closed = { updatedAt: now, endedAt: now };
    await database.$transaction([
      database.knowledgeImport.updateMany({ where: ongoing, data: { ...closed, state: 'cancelled' } }),
      database.knowledgeImportItem.updateMany({
        where: { importId, projectId, state: { in: [...openItemStates] }, import: { state: 'cancelled' } },
        data: { ...closed, state: 'cancelled' },
      }),
    ]);
    logger.warn({ importId }, 'closed an import whose workflow was ended from outside');
  }
}
