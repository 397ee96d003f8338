import { allHandlersFinished, condition, makeContinueAsNewFunc } from '@temporalio/workflow';
import { optionsOfNextRun } from './builds.ts';
import type { ConversationInput } from './contracts/conversation.ts';
import type { RunningConversation } from './runningConversation.ts';

/**
 * Continues as new; returns without that if a decision has come in, which is carried out first. A running command has to finish
 * in this run, since Temporal would drop its answer with the run. An answer to a task finishes only after the turn has
 * continued, so that comes first.
 *
 * On a worker of a deployment it goes in two steps (decision 50): a run that is pinned to a build leaves the next one to the
 * same build, but one that is not pinned leaves it to the current build. So the first step is a run that is not pinned, and
 * does nothing but take the second one.
 */
export async function continueConversation(running: RunningConversation): Promise<void> {
  await condition(() => allHandlersFinished() || running.isSettling());
  if (running.isSettling()) return;
  const next = makeContinueAsNewFunc<(input: ConversationInput) => Promise<unknown>>(optionsOfNextRun());
  await next(running.continuation());
}
