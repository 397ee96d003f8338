import { turnLimitReason } from '../../../../workflows/domain/conversation/checkTermination.ts';
import { isOver } from '../../../../workflows/domain/recordStates.ts';
import { endedByLimit } from '../../../../workflows/domain/terminations/endedByLimit.ts';
import type { ControlView } from '../../data/conversations/control.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';

/** How a conversation that has ended may go on; null: it can't. */
export interface WaysOn {
  /** Somebody outside the team has the word, and gives it back to this participant with the next task. */
  handBackTo: { participant: string; target: string } | null;
  /** A limit ended it or somebody stopped it, so that the team may simply go on. */
  withoutTask: boolean;
}

/** What is offered under a conversation's end. Whether it is possible, continueConversation says. */
export function waysOn(state: ConversationPageState, plan: TeamPlanView | null): WaysOn | null {
  const { control, conversation } = state;
  if (!isOver(conversation.state)) return null;
  // What its pattern could not go on from, a further task may mend; it says how.
  if (conversation.state === 'failed' && conversation.stopReason === null) return null;
  if (control?.isEnd !== true || plan === null) return null;
  const { handoff } = control;
  const isAway = handoff !== null && !plan.participants.some(({ name }) => name === handoff.target);
  const handBackTo = isAway ? { participant: handoff.source, target: handoff.target } : null;
  return {
    handBackTo,
    withoutTask: handBackTo === null && !plan.needsTask && wasCutOff(conversation, control, plan),
  };
}

/** Whether it ended because enough was enough, and not because it was done. */
function wasCutOff(
  { state, stopReason }: ConversationPageState['conversation'],
  { termination, turnsTaken }: ControlView,
  { maxTurns }: TeamPlanView,
): boolean {
  if (state === 'stopped' || state === 'cancelled') return true;
  if (termination !== null && termination.fired !== null) return endedByLimit(termination);
  if (maxTurns === null || turnsTaken < maxTurns) return false;
  // With its last turn a pattern may have come to its own end, too, which is then the reason.
  return stopReason === null || stopReason === turnLimitReason(maxTurns);
}
