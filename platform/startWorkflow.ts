import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';

/** What is started: plain JSON, made elsewhere. */
export interface WorkflowToStart {
  type: string;
  workflowId: string;
  input: unknown;
  summary: string;
  details: string;
  /** Search attributes of type Keyword. */
  keywords: Record<string, string>;
  /** Whose share of the workers it uses, where the server shares them out fairly; its activities inherit it. */
  fairnessKey: string;
}

/**
 * Starts a workflow under its id. Starting it again is no error and changes nothing, also after it has ended:
 * "started" says whether it was this call that did.
 */
export async function startWorkflow(
  client: Client,
  taskQueue: string,
  start: WorkflowToStart,
): Promise<'started' | 'already_started'> {
  const pairs = Object.entries(start.keywords).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, 'KEYWORD'),
    value,
  }));
  try {
    await client.workflow.start(start.type, {
      workflowId: start.workflowId,
      taskQueue,
      args: [start.input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: start.summary,
      staticDetails: start.details,
      priority: { fairnessKey: start.fairnessKey },
      typedSearchAttributes: new TypedSearchAttributes(pairs),
    });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already_started';
    throw error;
  }
}
