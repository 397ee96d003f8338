import type { Client } from '@temporalio/client';
import { reopenRun } from '../activities/transcript/reopenRun.ts';
import { execute } from '../platform/sql.ts';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  runOfWorkflow,
} from '../workflows/contracts/names.ts';
import { conversationStateQuery } from '../workflows/messages.ts';
import { answerAgain } from './answerAgain.ts';
import type { ReconcilerClients, RunRow } from './reconciler.ts';

/** How far back it looks: longer than several rounds take. */
const LOOKED_BACK_MS = 180_000;

/** How many of the workflows that began last are looked at. */
const LOOKED_AT = 1_000;

/**
 * An operator may reset a workflow that was over: it begins anew behind our back. Conversations that are over by their
 * row, and whose workflow has begun just now and runs, go on.
 */
export async function reopenReset(clients: ReconcilerClients, now: Date): Promise<void> {
  const { database, temporal } = clients;
  const since = new Date(now.getTime() - LOOKED_BACK_MS).toISOString();
  const query = `WorkflowType = '${CONVERSATION_WORKFLOW}' AND ExecutionStatus = 'Running' AND StartTime > '${since}'`;
  const begun = new Map<string, number>();
  for await (const { workflowId } of temporal.workflow.list({ query, pageSize: LOOKED_AT })) {
    const of = runOfWorkflow(workflowId);
    if (of !== null) begun.set(of.conversationId, of.run);
    if (begun.size >= LOOKED_AT) break;
  }
  if (begun.size === 0) return;
  const rows = await database.conversation.findMany({
    where: { id: { in: [...begun.keys()] }, endedAt: { not: null } },
    select: { id: true, projectId: true, run: true },
  });
  for (const row of rows) {
    // The list may be behind: whether it runs, its server says.
    if (begun.get(row.id) === row.run) await reopenWhereItRuns(clients, row);
  }
}

/** Opens a conversation again that is over by its row while its workflow goes on. */
export async function reopenWhereItRuns(clients: ReconcilerClients, row: RunRow): Promise<void> {
  const { database, temporal, logger } = clients;
  const { id, projectId, run } = row;
  if (!(await goesOn(temporal, row))) return;
  await execute(database, reopenRun({ projectId, conversationId: id, run }, 'running'));
  logger.warn({ conversationId: id }, 'conversation whose workflow goes on reopened');
  await answerAgain(clients, row);
}

/** Whether it runs, and not only to say that it is over: its row may be told first. What can't be asked is asked another time. */
async function goesOn(temporal: Client, { id, run }: RunRow): Promise<boolean> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(id, run));
  try {
    if ((await handle.describe()).status.name !== 'RUNNING') return false;
    return (await handle.query(conversationStateQuery)).outcome === null;
  } catch {
    // It is gone, or the server is: an ended conversation needs neither.
    return false;
  }
}
