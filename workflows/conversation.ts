import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  setWorkflowOptions,
  startChild,
  uuid4,
} from '@temporalio/workflow';
import { isLeaving, versioningOfConversation } from './builds.ts';
import { continueConversation } from './continueConversation.ts';
import type { ConversationInput } from './contracts/conversation.ts';
import { memoryWorkflowId } from './contracts/names.ts';
import { ROOT_SCOPE } from './domain/conversation/scope.ts';
import type { Outcome } from './domain/conversation/state.ts';
import { handleCommands } from './handleCommands.ts';
import { transcriptActivities } from './proxies.ts';
import { remember } from './remember.ts';
import { RunningConversation } from './runningConversation.ts';
import { runTeam } from './runTeam.ts';
import { tellStanding } from './tellStanding.ts';

/**
 * A run of a team's conversation on a task, from its first turn to its stop reason. Its workflow id is made of its row
 * (conversationWorkflowId). It returns how it ended; one that is cancelled ends as cancelled. What a team remembers is read when it
 * begins; `remember` writes it when it has ended. A standing conversation then sleeps, in a workflow of its own (`standing`).
 */
export async function conversation(input: ConversationInput): Promise<Outcome> {
  const running = new RunningConversation(input);
  handleCommands(running);
  try {
    if (isLeaving()) {
      running.wantMove();
      await continueConversation(running);
    }
    if (input.state === null) {
      await transcriptActivities.recordState({ ...running.ref, state: 'running' });
      if (running.plan.remembers === true) await transcriptActivities.recallMemory(running.ref);
    }
    await runTeam(running, ROOT_SCOPE);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    running.apply({ kind: 'ended', outcome: { state: 'cancelled', stopReason: 'Cancelled' } });
    await CancellationScope.nonCancellable(() => finish(running));
    throw error;
  }
  return CancellationScope.nonCancellable(() => finish(running));
}

setWorkflowOptions(versioningOfConversation, conversation);

async function finish(running: RunningConversation): Promise<Outcome> {
  await condition(allHandlersFinished);
  const { outcome } = running.state;
  if (outcome === null) throw new Error('A conversation finishes with an outcome');
  running.showState(outcome.state);
  const finalState = running.snapshot();
  const finished = await transcriptActivities.finishConversation({ ...running.ref, outcome, finalState });
  if (finished?.sleeps === true) await tellStanding(running.ref);
  if (finished?.wakes !== undefined) {
    await tellStanding({ projectId: running.ref.projectId, conversationId: finished.wakes });
  }
  if (running.plan.remembers === true && WORTH_REMEMBERING.includes(outcome.state))
    await beginToRemember(running);
  return outcome;
}

/** What was cancelled, or could not go on, was not meant to count. */
const WORTH_REMEMBERING: readonly string[] = ['finished', 'stopped'];

/** Hands the run to a workflow that outlives this one; it has an id of its own, as one of an abandoned run may still be at work. */
async function beginToRemember({ ref, state }: RunningConversation): Promise<void> {
  await startChild(remember, {
    workflowId: memoryWorkflowId(ref.conversationId, ref.run, uuid4()),
    args: [{ ...ref, turn: state.nextTurn, nextSeq: state.nextSeq }],
    parentClosePolicy: 'ABANDON',
  });
}
