import { isOver } from '../../../../workflows/domain/recordStates.ts';
import { endedByLimit } from '../../../../workflows/domain/terminations/endedByLimit.ts';
import type { ControlView } from '../../data/conversations/control.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';

/** How a conversation that has ended can continue; null if it can't. */
export interface ContinueOptions {
  /** The team has handed over to somebody outside, who hands back to this participant with the next task. */
  handBackTo: { participant: string; target: string } | null;
  /** A limit or a person ended it, so that the team can simply continue. */
  withoutTask: boolean;
}

/** The options shown below a conversation's end. Whether they are possible is decided by continueConversation. */
export function continueOptions(
  state: ConversationPageState,
  plan: TeamPlanView | null,
): ContinueOptions | null {
  const { control, conversation } = state;
  if (!isOver(conversation.state)) return null;
  // The pattern could not continue, but another task may fix that; the stop reason says how.
  if (conversation.state === 'failed' && conversation.stopReason === null) return null;
  if (control?.isEnd !== true || plan === null) return null;
  const { handoff } = control;
  const isAway = handoff !== null && !plan.participants.some(({ name }) => name === handoff.target);
  const handBackTo = isAway ? { participant: handoff.source, target: handoff.target } : null;
  return {
    handBackTo,
    withoutTask: handBackTo === null && !plan.needsTask && wasCutOff(control),
  };
}

/** Whether it ended because of a limit rather than because it was done. */
function wasCutOff({ endedBy, termination }: ControlView): boolean {
  if (endedBy === 'condition') return termination !== null && endedByLimit(termination);
  return endedBy === 'person' || endedBy === 'turn_limit';
}
