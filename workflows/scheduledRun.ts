import {
  CancellationScope,
  CancelledFailure,
  ChildWorkflowFailure,
  continueAsNew,
  executeChild,
  getExternalWorkflowHandle,
  isCancellation,
  log,
  ParentClosePolicy,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { childStart, isAlreadyStarted } from './childStart.ts';
import { conversationWorkflowId } from './contracts/names.ts';
import type { BegunRun, RunRef, ScheduledRunInput } from './contracts/schedules/scheduledRun.ts';
import { scheduleActivities } from './scheduleProxies.ts';
import { wakeForSchedule } from './wakeForSchedule.ts';

/** How often it is asked whether a conversation has ended that was started by somebody else. */
const ASK_EVERY_MS = 30_000;
/** A conversation that was asked to end has so long until it is looked whether it has. */
const ENDING_MS = 2_000;
/** So many questions are asked in one run of the workflow. */
const QUESTIONS_A_RUN = 500;

/**
 * A run of a schedule: it starts a conversation and lasts as long as that does, also over its continue-as-new, so that
 * Temporal's overlap policy knows what is still going. Cancelling it cancels the conversation, and so does terminating
 * it (as the server's request to its child): both end it as anybody does who ends it. Or it wakes a standing conversation
 * (wakeForSchedule.ts).
 */
export async function scheduledRun(input: ScheduledRunInput): Promise<void> {
  const { projectId, scheduleId } = input;
  const begun = await CancellationScope.nonCancellable(() => begin(input));
  if (begun === null) return;
  const ref: RunRef = { projectId, scheduleId, runId: begun.runId };
  if (begun.kind === 'woken') {
    const wokenAtMs = await wakeForSchedule(ref, begun);
    if (wokenAtMs === null) return;
    const { runId, conversationId } = begun;
    await continueAsNew<typeof scheduledRun>({ ...input, waiting: { runId, conversationId, wokenAtMs } });
    return;
  }
  if (begun.start === null) {
    await outlast(input, ref, begun.conversationId);
  } else {
    await converse(input, ref, begun.start);
  }
  await CancellationScope.nonCancellable(() => scheduleActivities.endScheduledRun(ref));
  if (CancellationScope.current().consideredCancelled)
    throw new CancelledFailure('its conversation was cancelled');
}

type Start = Extract<BegunRun, { kind: 'begun' }>['start'];

type Begun = { runId: string; conversationId: string } &
  /** `start` null: it has been started. */
  (
    | { kind: 'begun'; start: Start | null }
    /** `wokenAtMs` null: its workflow has not been told yet. */
    | { kind: 'woken'; wokenAtMs: number | null }
  );

/** Null: there is nothing to run at this time. */
async function begin({ projectId, scheduleId, waiting }: ScheduledRunInput): Promise<Begun | null> {
  if (waiting !== undefined) {
    const { wokenAtMs, ...of } = waiting;
    return wokenAtMs === undefined
      ? { ...of, kind: 'begun', start: null }
      : { ...of, kind: 'woken', wokenAtMs };
  }
  const { firstExecutionRunId } = workflowInfo();
  const input = { projectId, scheduleId, nominalAt: nominalTime(), workflowRunId: firstExecutionRunId };
  let begun = await scheduleActivities.beginScheduledRun(input);
  while (begun.kind === 'end_first') {
    const { conversationId } = begun;
    await cancelConversation(conversationId);
    await sleep(ENDING_MS);
    begun = await scheduleActivities.beginScheduledRun({ ...input, askedToEnd: conversationId });
  }
  if (begun.kind === 'woken') return { ...begun, wokenAtMs: null };
  return begun.kind === 'begun' ? begun : null;
}

/** The time that the server started this run for, without its jitter. */
function nominalTime(): string {
  const { searchAttributes, startTime } = workflowInfo();
  const [scheduled] = searchAttributes['TemporalScheduledStartTime'] ?? [];
  const at = scheduled instanceof Date ? scheduled : startTime;
  return new Date(Math.floor(at.getTime() / 1_000) * 1_000).toISOString();
}

/** Plays the conversation as a child and waits for its end, whatever it is. */
async function converse(input: ScheduledRunInput, ref: RunRef, start: Start): Promise<void> {
  try {
    await executeChild(start.type, {
      ...childStart(start),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      cancellationType: 'WAIT_CANCELLATION_COMPLETED',
    });
  } catch (error) {
    // Its outcome stands in its row.
    if (error instanceof ChildWorkflowFailure || isCancellation(error)) return;
    // This workflow was reset, or the reconciler was faster.
    if (isAlreadyStarted(error)) {
      await outlast(input, ref, start.input.conversationId);
      return;
    }
    throw error;
  }
}

/** Waits for the end of a conversation that is nobody's child. */
async function outlast(input: ScheduledRunInput, ref: RunRef, conversationId: string): Promise<void> {
  for (let question = 0; question < QUESTIONS_A_RUN; question += 1) {
    try {
      if (await scheduleActivities.hasConversationEnded(ref)) return;
      await sleep(ASK_EVERY_MS);
    } catch (error) {
      if (!isCancellation(error)) throw error;
      await CancellationScope.nonCancellable(() => cancelConversation(conversationId));
      return;
    }
  }
  await continueAsNew<typeof scheduledRun>({ ...input, waiting: { runId: ref.runId, conversationId } });
}

/** One that has ended in the meantime is no error. */
async function cancelConversation(conversationId: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(conversationWorkflowId(conversationId, 0)).cancel();
  } catch (error) {
    log.info('the conversation could not be cancelled', { conversationId, error });
  }
}
