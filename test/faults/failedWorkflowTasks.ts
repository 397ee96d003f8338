import type { Client } from '@temporalio/client';

/** What workers failed at in conversations; that something came in meanwhile is no fault. */
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
