import type { ChildWorkflowOptions } from '@temporalio/workflow';
import type { WorkflowStart } from './contracts/conversationStart.ts';

/** The options with which a workflow starts another one by its WorkflowStart, the same as platform/startWorkflow.ts. */
export function childStart<Input>(start: WorkflowStart<Input>): ChildWorkflowOptions & { args: [Input] } {
  return {
    workflowId: start.workflowId,
    args: [start.input],
    staticSummary: start.summary,
    staticDetails: start.details,
    searchAttributes: Object.fromEntries(
      Object.entries(start.keywords).map(([name, value]) => [name, [value]]),
    ),
    priority: { fairnessKey: start.fairnessKey },
  };
}

/** Whether a workflow could not be started because its id has been used. */
export function isAlreadyStarted(error: unknown): boolean {
  return error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError';
}
