import type { Client } from '@temporalio/client';
import { reopenRun } from '../activities/transcript/reopenRun.ts';
import { execute } from '../platform/sql.ts';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  runOfWorkflow,
} from '../workflows/contracts/names.ts';
import { ongoingState } from '../workflows/domain/conversation/describe.ts';
import type { ConversationState } from '../workflows/domain/conversation/state.ts';
import { conversationStateQuery } from '../workflows/messages.ts';
import { answerAgain } from './answerAgain.ts';
import type { ReconcilerClients, RunRow } from './reconciler.ts';

/** How far back it looks: longer than several rounds. */
const LOOKED_BACK_MS = 180_000;

/** How many of the workflows that began last are looked at. */
const LOOKED_AT = 1_000;

/**
 * An operator may reset a workflow that had ended, which starts it again without telling us. Conversations that have
 * ended by their row, but whose workflow started recently and is running, continue.
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

/** Reopens a conversation that has ended by its row while its workflow continues. */
export async function reopenWhereItRuns(clients: ReconcilerClients, row: RunRow): Promise<void> {
  const { database, temporal, logger } = clients;
  const { id, projectId, run } = row;
  const state = await stateOfRunning(temporal, row);
  if (state === null) return;
  await execute(database, reopenRun({ projectId, conversationId: id, run }, ongoingState(state)));
  logger.warn({ conversationId: id }, 'reopened a conversation whose workflow is running');
  await answerAgain(clients, row);
}

/**
 * The state of a workflow that is running, and not only about to end: its row may be written first. Null: it isn't, or it
 * can't be asked, and a later round asks again.
 */
async function stateOfRunning(temporal: Client, { id, run }: RunRow): Promise<ConversationState | null> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(id, run));
  try {
    if ((await handle.describe()).status.name !== 'RUNNING') return null;
    const state = await handle.query(conversationStateQuery);
    return state.outcome === null ? state : null;
  } catch {
    // It is gone, or the server is: an ended conversation needs neither.
    return null;
  }
}
