import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/**
 * How a workflow stands on the server: `going` (also while somebody holds it with Temporal's own pause), `ended`, or `gone`
 * where the server knows none of this id.
 */
export async function workflowStands(
  temporal: Client,
  workflowId: string,
): Promise<'going' | 'ended' | 'gone'> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' || status.name === 'PAUSED' ? 'going' : 'ended';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}
