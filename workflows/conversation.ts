import { allHandlersFinished, CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type { ConversationInput } from './contracts/conversation.ts';
import { ROOT_SCOPE } from './domain/conversation/scope.ts';
import type { Outcome } from './domain/conversation/state.ts';
import { handleCommands } from './handleCommands.ts';
import { transcriptActivities } from './proxies.ts';
import { RunningConversation } from './runningConversation.ts';
import { runTeam } from './runTeam.ts';

/**
 * A run of a team's conversation on a task, from its first turn to its stop reason. Its workflow id is made of its row
 * (conversationWorkflowId). It returns how it ended; one that is cancelled ends as cancelled.
 */
export async function conversation(input: ConversationInput): Promise<Outcome> {
  const running = new RunningConversation(input);
  handleCommands(running);
  try {
    if (input.state === null) await transcriptActivities.recordState({ ...running.ref, state: 'running' });
    await runTeam(running, ROOT_SCOPE);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    running.apply({ kind: 'ended', outcome: { state: 'cancelled', stopReason: 'Cancelled' } });
    await CancellationScope.nonCancellable(() => finish(running));
    throw error;
  }
  return CancellationScope.nonCancellable(() => finish(running));
}

async function finish(running: RunningConversation): Promise<Outcome> {
  await condition(allHandlersFinished);
  const { outcome } = running.state;
  if (outcome === null) throw new Error('A conversation finishes with an outcome');
  running.showState(outcome.state);
  await transcriptActivities.finishConversation({ ...running.ref, outcome, finalState: running.snapshot() });
  return outcome;
}
