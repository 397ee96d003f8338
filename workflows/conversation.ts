import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConversationInput } from './contracts/conversation.ts';
import type { Outcome } from './domain/conversation/state.ts';
import { handleCommands } from './handleCommands.ts';
import { transcriptActivities } from './proxies.ts';
import { RunningConversation } from './runningConversation.ts';
import { takeTurn } from './takeTurn.ts';

/**
 * A team's conversation on a task, from its first turn to its stop reason. Its workflow id is that of its row
 * (conversationWorkflowId). It returns how it ended; one that is cancelled ends as cancelled.
 */
export async function conversation(input: ConversationInput): Promise<Outcome> {
  const running = new RunningConversation(input);
  handleCommands(running);
  try {
    if (input.state === null) await transcriptActivities.recordState({ ...running.ref, state: 'running' });
    await converse(running);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    running.apply({ kind: 'ended', outcome: { state: 'cancelled', stopReason: 'Cancelled' } });
    await CancellationScope.nonCancellable(() => finish(running));
    throw error;
  }
  return CancellationScope.nonCancellable(() => finish(running));
}

async function converse(running: RunningConversation): Promise<void> {
  while (running.state.outcome === null) {
    if (running.state.active.length === 0) {
      await untilResumed(running);
      // What was posted before a turn is read in it.
      await condition(allHandlersFinished);
      running.apply({ kind: 'checked' });
    }
    if (running.state.outcome !== null) return;
    if (workflowInfo().continueAsNewSuggested) await goOnInNewRun(running);
    if (running.state.active.length === 0) running.apply({ kind: 'turn_began' });
    await Promise.all(running.state.active.map(({ speaker }) => takeTurn(running, speaker)));
    const done = running.state.active.every(({ step }) => step.kind === 'done');
    if (done || running.state.stop !== null) running.apply({ kind: 'turn_ended' });
  }
}

/** A paused conversation waits here, between turns; a stop ends the wait. */
async function untilResumed(running: RunningConversation): Promise<void> {
  const mayGoOn = () => !running.state.paused || running.state.stop !== null;
  if (mayGoOn()) return;
  running.showState('paused');
  await transcriptActivities.recordState({ ...running.ref, state: 'paused' });
  await condition(() => mayGoOn() || workflowInfo().continueAsNewSuggested);
  if (running.state.paused) return;
  running.showState('running');
  await transcriptActivities.recordState({ ...running.ref, state: 'running' });
}

/**
 * A command under way ends in this run: Temporal would drop its answer with the run. An answer to a task ends only
 * when the turn has gone on, so that comes first.
 */
async function goOnInNewRun(running: RunningConversation): Promise<void> {
  await condition(() => allHandlersFinished() || running.isSettling());
  if (running.isSettling()) return;
  await continueAsNew<typeof conversation>(running.continuation());
}

async function finish(running: RunningConversation): Promise<Outcome> {
  await condition(allHandlersFinished);
  const { outcome } = running.state;
  if (outcome === null) throw new Error('A conversation finishes with an outcome');
  running.showState(outcome.state);
  await transcriptActivities.finishConversation({ ...running.ref, outcome, finalState: running.snapshot() });
  return outcome;
}
