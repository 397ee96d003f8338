import { type Client, type WorkflowExecutionDescription, WorkflowNotFoundError } from '@temporalio/client';
import { arrayFromPayloads, defaultPayloadConverter } from '@temporalio/common';
import { temporalAddress } from '../../../../platform/temporal.ts';
import { temporalAway } from '../../../../platform/temporalAway.ts';
import { isFailureType } from '../../../../workflows/contracts/failures.ts';
import { failureText } from '../../../../workflows/contracts/failureText.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import { readFailureDetails } from '../../../../workflows/domain/readFailureDetails.ts';
import type { TurnFailure } from '../../../../workflows/domain/turnFailure.ts';
import { askTemporal } from './askTemporal.server.ts';
import { pendingWorkOf, type WorkflowDescription } from './pendingWork.ts';
import type { PendingActivity, PendingWork } from './pendingWorkView.ts';
import type { RunRef } from './runRef.ts';

type RawDescription = WorkflowExecutionDescription['raw'];
type RawActivity = NonNullable<RawDescription['pendingActivities']>[number];
type RawFailure = NonNullable<RawActivity['lastFailure']>;
type RawTime = RawActivity['scheduledTime'];

/** temporal.api.enums.v1: PENDING_ACTIVITY_STATE_STARTED, _CANCEL_REQUESTED; PENDING_WORKFLOW_TASK_STATE_SCHEDULED. */
const ACTIVITY_STARTED = 2;
const ACTIVITY_CANCEL_REQUESTED = 3;
const WORKFLOW_TASK_SCHEDULED = 1;

/**
 * The work that Temporal has pending for a conversation. Never fails and never takes long: a page that waited for
 * Temporal could not say that Temporal is down.
 */
export function readPendingWork(
  temporal: Client,
  { conversationId, run }: RunRef,
  timeoutMs: number,
): Promise<PendingWork> {
  return readPendingWorkOf(temporal, conversationWorkflowId(conversationId, run), timeoutMs);
}

/** The same for any workflow. */
export async function readPendingWorkOf(
  temporal: Client,
  workflowId: string,
  timeoutMs: number,
): Promise<PendingWork> {
  const handle = temporal.workflow.getHandle(workflowId);
  try {
    const { raw } = await askTemporal(temporal, timeoutMs, () => handle.describe());
    return pendingWorkOf(describe(raw), Date.now());
  } catch (error) {
    const none = { noWorker: false, activities: [] };
    if (error instanceof WorkflowNotFoundError) return { engine: 'unknown_workflow', away: null, ...none };
    const address = temporalAddress(temporal);
    const words = temporalAway(error, address)?.reason ?? 'no reason given';
    const away = failureText({ type: 'temporal_unavailable', message: '', details: { address, words } });
    return { engine: 'unreachable', away, ...none };
  }
}

function describe(raw: RawDescription): WorkflowDescription {
  const task = raw.pendingWorkflowTask;
  return {
    activities: (raw.pendingActivities ?? []).map(describeActivity),
    workflowTaskScheduledAtMs:
      task && Number(task.state) === WORKFLOW_TASK_SCHEDULED
        ? unixMs(task.originalScheduledTime ?? task.scheduledTime)
        : null,
  };
}

function describeActivity(raw: RawActivity): WorkflowDescription['activities'][number] {
  const failure = raw.lastFailure;
  return {
    id: raw.activityId ?? '',
    type: raw.activityType?.name ?? '',
    state: activityState(raw.state),
    attempt: raw.attempt ?? 1,
    maximumAttempts: raw.maximumAttempts === 0 ? null : (raw.maximumAttempts ?? null),
    scheduledAtMs: unixMs(raw.scheduledTime),
    nextAttemptAtMs: unixMs(raw.nextAttemptScheduleTime),
    lastFailure: failure ? failureOf(failure) : null,
  };
}

/**
 * An attempt lost with its worker ends by a timeout; an error without a type has its class's name as its type.
 */
function failureOf({ applicationFailureInfo: info, timeoutFailureInfo, message }: RawFailure): TurnFailure {
  const type = info?.type ?? '';
  const details = readFailureDetails(arrayFromPayloads(defaultPayloadConverter, info?.details?.payloads));
  return {
    type: timeoutFailureInfo ? 'step_timed_out' : isFailureType(type) ? type : 'unexpected_error',
    message: message ?? '',
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

function activityState(state: RawActivity['state']): PendingActivity['state'] {
  if (Number(state) === ACTIVITY_STARTED) return 'started';
  return Number(state) === ACTIVITY_CANCEL_REQUESTED ? 'cancelling' : 'scheduled';
}

function unixMs(time: RawTime): number | null {
  if (!time) return null;
  return Number(time.seconds ?? 0) * 1_000 + Math.floor((time.nanos ?? 0) / 1_000_000);
}
