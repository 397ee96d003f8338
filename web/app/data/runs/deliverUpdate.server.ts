import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  ServiceError,
  type WorkflowHandle,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import { isFailureType } from '../../../../workflows/contracts/failures.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import type { Delivery } from './delivery.ts';
import { findRun } from './findRun.server.ts';
import type { RunRef } from './runRef.ts';

export interface UpdateToDeliver<Args extends [unknown, ...unknown[]]> {
  ref: RunRef;
  update: UpdateDefinition<unknown, Args>;
  args: Args;
  /** The submission's id: repeated sends are the same update. */
  updateId: string;
  /** How long a page waits for the workflow to accept it. */
  waitMs?: number;
}

const WAIT_MS = 10_000;
const MAX_TRIES = 6;
const PAUSE_MS = 300;
/**
 * The server's error for an update whose run ended (for example by continue-as-new) after accepting it and before
 * completing it.
 */
const RUN_ENDED_UNDER_IT = 'AcceptedUpdateCompletedWorkflow';

/**
 * Sends an update until the workflow has completed or refused it, or the wait is over. A run that continues as new
 * can drop an update: it is then sent again under its id to the next run, which counts a submission once.
 */
export async function deliverUpdate<Args extends [unknown, ...unknown[]]>(
  temporal: Client,
  { ref, update, args, updateId, waitMs = WAIT_MS }: UpdateToDeliver<Args>,
): Promise<Delivery> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(ref.conversationId, ref.run));
  const deadlineMs = Date.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const run = await findRun(temporal, ref);
    if (run.outcome !== 'running') return run;
    const delivery = await tryOnce(temporal, handle, deadlineMs, { update, args, updateId });
    if (delivery !== 'again') return delivery;
    if (attempt >= MAX_TRIES || Date.now() + PAUSE_MS > deadlineMs) return { outcome: 'handed_in' };
    await sleep(PAUSE_MS);
  }
}

async function tryOnce<Args extends [unknown, ...unknown[]]>(
  temporal: Client,
  handle: WorkflowHandle,
  deadlineMs: number,
  { update, args, updateId }: Pick<UpdateToDeliver<Args>, 'update' | 'args' | 'updateId'>,
): Promise<Delivery | 'again'> {
  try {
    await temporal.withDeadline(deadlineMs, () => handle.executeUpdate(update, { args, updateId }));
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { outcome: 'handed_in' };
    if (error instanceof WorkflowNotFoundError || error instanceof ServiceError) return 'again';
    if (error instanceof WorkflowUpdateFailedError) return refusal(error);
    throw error;
  }
}

function refusal(error: WorkflowUpdateFailedError): Delivery | 'again' {
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) throw error;
  const type = cause.type ?? '';
  if (type === RUN_ENDED_UNDER_IT) return 'again';
  if (isFailureType(type)) return { outcome: 'refused', failure: type };
  throw error;
}
