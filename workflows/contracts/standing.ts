import type { ConversationInput } from './conversation.ts';
import type { WorkflowStart } from './conversationStart.ts';
import { searchAttributeNames, STANDING_WORKFLOW, standingWorkflowId } from './names.ts';

/** Which standing conversation a workflow sleeps for. */
export interface StandingRef {
  projectId: string;
  conversationId: string;
}

/** What a look for wake-ups has found. */
export type Taken =
  /** The workflow of the next run is to be started. */
  | { kind: 'begun'; start: WorkflowStart<ConversationInput> }
  /** Nothing waits, or a run is going: it says when it has ended. */
  | { kind: 'asleep' | 'busy' }
  /** It is no longer a standing conversation. */
  | { kind: 'closed' };

/** What a standing conversation's workflow has done. It may be called again, and then does nothing twice. */
export interface StandingActivities {
  /** Makes the wake-ups that wait the task of the next run, if none is going: writes its rows. */
  takeWakeUps(input: StandingRef): Promise<Taken>;
}

/** The start of the workflow that sleeps, made of the row's ids alone: whoever starts it starts the same. */
export function standingStart({ projectId, conversationId }: StandingRef): WorkflowStart<StandingRef> {
  return {
    type: STANDING_WORKFLOW,
    workflowId: standingWorkflowId(conversationId),
    input: { projectId, conversationId },
    summary: 'A standing conversation',
    details: '',
    keywords: { [searchAttributeNames.project]: projectId },
    fairnessKey: projectId,
  };
}
