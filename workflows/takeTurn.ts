import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  isCancellation,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import { assertNever } from './domain/json.ts';
import { ongoingState } from './domain/conversation/describe.ts';
import type { HumanTask, Resolution, TurnFailure } from './domain/task.ts';
import { modelActivities, transcriptActivities } from './proxies.ts';
import type { RunningConversation } from './runningConversation.ts';

/**
 * Brings a speaker's turn to its end, or to a wait on a person in which the conversation is told to stop or has to
 * continue as new; calling it again goes on from there.
 */
export async function takeTurn(conversation: RunningConversation, speaker: string): Promise<void> {
  for (;;) {
    const { step } = conversation.speaker(speaker);
    switch (step.kind) {
      case 'done':
        return;
      case 'ask':
        conversation.apply({ kind: 'input_wanted', speaker, ...taskSeed() });
        break;
      case 'reply':
        if (conversation.state.stop !== null) return;
        await writeReply(conversation, speaker);
        break;
      case 'task':
        if (conversation.state.stop !== null) return;
        if ((await waitForPerson(conversation, step.task)) === 'interrupted') return;
        break;
      case 'settle':
        await settle(conversation, step.task, step.resolution);
        break;
      default:
        return assertNever(step);
    }
  }
}

async function writeReply(conversation: RunningConversation, speaker: string): Promise<void> {
  const { state, ref } = conversation;
  const { seq } = conversation.speaker(speaker);
  try {
    const message = await modelActivities.generateReply.executeWithOptions(
      { summary: `${speaker}, turn ${String(state.turnsTaken + 1)}` },
      [
        {
          ...ref,
          turn: state.turnsTaken,
          seq,
          speaker,
          stateBefore: conversation.snapshot(),
          reviewed: conversation.reviews(speaker),
        },
      ],
    );
    conversation.apply({ kind: 'replied', speaker, message, ...taskSeed() });
  } catch (error) {
    if (isCancellation(error)) throw error;
    conversation.apply({ kind: 'reply_failed', speaker, failure: failureOf(error), ...taskSeed() });
  }
}

async function waitForPerson(
  conversation: RunningConversation,
  task: HumanTask,
): Promise<'resolved' | 'interrupted'> {
  conversation.showState(ongoingState(conversation.state));
  await transcriptActivities.openTask({ ...conversation.ref, task, stateBefore: conversation.snapshot() });
  const resolved = () => conversation.speaker(task.speaker).step.kind !== 'task';
  const interrupted = () => conversation.state.stop !== null || workflowInfo().continueAsNewSuggested;
  const inTime = await condition(
    () => resolved() || interrupted(),
    Math.max(1, task.deadlineAtMs - Date.now()),
  );
  if (resolved()) return 'resolved';
  if (inTime) return 'interrupted';
  conversation.apply({
    kind: 'task_resolved',
    taskId: task.id,
    resolution: { by: 'deadline', decision: task.onDeadline },
  });
  return 'resolved';
}

async function settle(
  conversation: RunningConversation,
  task: HumanTask,
  resolution: Resolution,
): Promise<void> {
  const message = await transcriptActivities.settleTask({ ...conversation.ref, task, resolution });
  conversation.apply({ kind: 'task_settled', taskId: task.id, message });
  conversation.showState(ongoingState(conversation.state));
}

function taskSeed(): { taskId: string; nowMs: number } {
  return { taskId: uuid4(), nowMs: Date.now() };
}

function failureOf(error: unknown): TurnFailure {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (cause instanceof ApplicationFailure) return { type: cause.type ?? 'unknown', message: cause.message };
  return { type: 'model_timed_out', message: cause?.message ?? error.message };
}
