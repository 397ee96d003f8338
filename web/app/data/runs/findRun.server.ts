import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { temporalAddress } from '../../../../platform/temporal.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import { askTemporal } from './askTemporal.server.ts';
import type { Delivery } from './delivery.ts';
import type { RunRef } from './runRef.ts';

const TIMEOUT_MS = 2_500;

/** Whether a conversation's workflow can receive commands, and if not, why. */
export async function findRun(
  temporal: Client,
  { conversationId, run }: RunRef,
): Promise<{ outcome: 'running' } | Extract<Delivery, { outcome: 'over' | 'not_started' | 'unreachable' }>> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  try {
    const { status } = await askTemporal(temporal, TIMEOUT_MS, () => handle.describe());
    return status.name === 'RUNNING' || status.name === 'PAUSED' || status.name === 'CONTINUED_AS_NEW'
      ? { outcome: 'running' }
      : { outcome: 'over' };
  } catch (error) {
    return error instanceof WorkflowNotFoundError
      ? { outcome: 'not_started' }
      : { outcome: 'unreachable', address: temporalAddress(temporal) };
  }
}
