import type { RunRefusal } from '../../domain/schedules/states.ts';
import type { ConversationInput } from '../conversation.ts';
import type { WorkflowStart } from '../conversationStart.ts';

/** Which schedule a workflow runs for. */
export interface ScheduledRunInput {
  projectId: string;
  scheduleId: string;
  /** After a continue-as-new: the run that it waits for; `wokenAtMs`: it has woken the conversation, and when. */
  waiting?: { runId: string; conversationId: string; wokenAtMs?: number };
}

export interface BeginRunInput {
  projectId: string;
  scheduleId: string;
  /** When the run was due (ISO 8601, whole seconds): its key. */
  nominalAt: string;
  /** The workflow's first run, the same after it has continued as new. */
  workflowRunId: string;
  /** The conversation of the run before it that has been asked to end, as the policy says. */
  askedToEnd?: string;
}

/** What came of beginning a run. */
export type BegunRun =
  /** Its conversation is to be started. */
  | { kind: 'begun'; runId: string; conversationId: string; start: WorkflowStart<ConversationInput> }
  /** What wakes a standing conversation is written: its workflow is to be told. */
  | { kind: 'woken'; runId: string; conversationId: string }
  /** A limit of the schedule, its team or task, or the conversation that it was to wake did not let it begin. */
  | { kind: 'refused'; refusal: RunRefusal }
  /** Another workflow has begun the run of this time. */
  | { kind: 'repeated' }
  /** The run before it is still going, and the policy leaves this one out. */
  | { kind: 'skipped' }
  /** The run before it is still going, and the policy wants its conversation ended first. */
  | { kind: 'end_first'; conversationId: string };

export interface RunRef {
  projectId: string;
  scheduleId: string;
  runId: string;
}

/** What the workflow of a schedule's run has done. Each may be called again, and then does nothing twice. */
export interface ScheduleActivities {
  /**
   * Writes the run with its conversation or with what wakes one, or that it was refused and why. Fails, so that it is called again,
   * while it has to wait for the run before it.
   */
  beginScheduledRun(input: BeginRunInput): Promise<BegunRun>;
  /** Whether the run's conversation has ended, or the run that took its wake-up; asked where the workflow can't wait for it. */
  hasConversationEnded(input: RunRef): Promise<boolean>;
  /**
   * Writes how the run ended, and what it leaves for the next one. A conversation that has not begun by then is ended
   * as cancelled.
   */
  endScheduledRun(input: RunRef): Promise<void>;
}
