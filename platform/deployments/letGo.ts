import type { Client } from '@temporalio/client';

/**
 * Lets a run that is pinned to a build without a worker go on with the current build, in the middle of its history: the
 * current build's code must have replayed it before. What it continues as is free of this.
 */
export async function letGo({ workflowService, options }: Client, workflowId: string): Promise<void> {
  await workflowService.updateWorkflowExecutionOptions({
    namespace: options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { versioningOverride: { autoUpgrade: true } },
    updateMask: { paths: ['versioning_override'] },
  });
}
