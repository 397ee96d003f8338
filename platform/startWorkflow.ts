import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { defineSearchAttributeKey, type SignalDefinition, TypedSearchAttributes } from '@temporalio/common';

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
  /** It ends by itself after this long, worker or not; absent: it may take as long as it takes. */
  timeoutSeconds?: number;
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
  try {
    await client.workflow.start(start.type, {
      ...workflowOptions(taskQueue, start),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already_started';
    throw error;
  }
}

/** Signals a workflow, and starts it first if it is not running. */
export async function signalOrStart(
  client: Client,
  taskQueue: string,
  start: WorkflowToStart,
  signal: SignalDefinition,
): Promise<void> {
  await client.workflow.signalWithStart(start.type, { ...workflowOptions(taskQueue, start), signal });
}

/** A WorkflowToStart in the words of Temporal's client. */
function workflowOptions(taskQueue: string, start: WorkflowToStart) {
  const pairs = Object.entries(start.keywords).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, 'KEYWORD'),
    value,
  }));
  return {
    workflowId: start.workflowId,
    taskQueue,
    args: [start.input],
    staticSummary: start.summary,
    staticDetails: start.details,
    priority: { fairnessKey: start.fairnessKey },
    typedSearchAttributes: new TypedSearchAttributes(pairs),
    ...(start.timeoutSeconds !== undefined && { workflowExecutionTimeout: start.timeoutSeconds * 1_000 }),
  };
}
