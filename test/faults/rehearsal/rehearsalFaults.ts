import type { Client } from '@temporalio/client';
import type { Database } from '../../../platform/database.ts';
import type { Reader } from './streamReaders.ts';

/** Each has ended as it should, with every message once, and a completed call for each. */
export async function faultsOfConversations(database: Database): Promise<string[]> {
  const rows = await database.conversation.findMany({
    select: {
      ...{ id: true, state: true, stopReason: true },
      messages: { select: { seq: true, supersededAt: true }, orderBy: { seq: 'asc' } },
      modelCalls: { select: { state: true } },
    },
  });
  return rows.flatMap(({ id, state, stopReason, messages, modelCalls }) => {
    const completed = modelCalls.filter((call) => call.state === 'completed').length;
    return [
      ...(state === 'finished' ? [] : [`conversation ${id} is ${state}: ${stopReason ?? ''}`]),
      ...(messages.every(({ seq }, index) => seq === index) ? [] : [`conversation ${id} has a gap`]),
      ...(messages.every(({ supersededAt }) => supersededAt === null)
        ? []
        : [`conversation ${id} has replaced messages`]),
      ...(completed === messages.length - 1
        ? []
        : [`conversation ${id} has ${String(completed)} calls and ${String(messages.length)} messages`]),
    ];
  });
}

/** What is wrong with what readers have seen; `lastWord` ends the conversations that they watch. */
export async function faultsOfReaders(
  database: Database,
  readers: readonly Reader[],
  lastWord: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { conversationId, check, troubles, lookAtEnd } of readers) {
    const seen = await lookAtEnd(lastWord);
    const stored = await database.message.findMany({
      where: { conversationId },
      select: { seq: true, revision: true },
    });
    const all = stored.map(({ seq, revision }) => ({ seq, revision: Number(revision) }));
    faults.push(
      ...[...troubles, ...check.faults(all), ...(seen === null ? [] : [seen])].map(
        (fault) => `stream of ${conversationId}: ${fault}`,
      ),
    );
  }
  return faults;
}

/** What workers failed at; that something came in meanwhile is no fault. */
export async function failedWorkflowTasks(temporal: Client): Promise<string[]> {
  const failures: string[] = [];
  for await (const { workflowId, runId } of temporal.workflow.list({
    query: `WorkflowType = 'conversation'`,
  })) {
    const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { workflowTaskFailedEventAttributes: failed } of events ?? []) {
      const message = failed?.failure?.message;
      if (message && message !== 'UnhandledCommand') failures.push(`${workflowId}: ${message}`);
    }
  }
  return failures;
}
