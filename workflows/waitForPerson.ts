import { condition } from '@temporalio/workflow';
import { ongoingState } from './domain/conversation/describe.ts';
import type { At } from './domain/conversation/event.ts';
import { openTasks } from './domain/conversation/openTasks.ts';
import { isOverdue, nextTimeoutMs } from './domain/conversation/timeouts.ts';
import type { HumanTask, Resolution } from './domain/tasks/registry.ts';
import { transcriptActivities } from './proxies.ts';
import type { RunningConversation } from './runningConversation.ts';

/**
 * Puts a task before people and waits for their answer, for its deadline, or until the conversation has to stop, is
 * over by a timeout of its team, or has to continue as new.
 */
export async function waitForPerson(
  running: RunningConversation,
  scope: string,
  task: HumanTask,
): Promise<'resolved' | 'interrupted'> {
  running.showState(ongoingState(running.state));
  const deadlineAtMs = await openTask(running, task);
  const isResolved = () => !openTasks(running.state).some(({ id }) => id === task.id);
  const isInterrupted = () => running.state.stop !== null || running.hasToContinue;
  for (;;) {
    const now = Date.now();
    if (!isResolved() && isOverdue(running.plan, running.state, scope, now)) return 'interrupted';
    const timeoutAtMs = nextTimeoutMs(running.plan, running.state, scope, now);
    const wakeAtMs = Math.min(deadlineAtMs, timeoutAtMs ?? deadlineAtMs);
    const inTime = await condition(() => isResolved() || isInterrupted(), Math.max(1, wakeAtMs - now));
    if (isResolved()) return 'resolved';
    if (inTime) return 'interrupted';
    if (Date.now() < deadlineAtMs) continue;
    const resolution = { by: 'deadline', decision: task.onDeadline } as const;
    running.apply({ kind: 'task_resolved', taskId: task.id, resolution });
    return 'resolved';
  }
}

/** Puts a task into the inbox. Returns until when it waits. */
async function openTask(running: RunningConversation, task: HumanTask): Promise<number> {
  // Histories of earlier versions have no result here.
  const opened = await transcriptActivities.openTask({
    ...running.ref,
    task,
    stateBefore: running.snapshot(),
  });
  const deadlineAtMs = opened?.deadlineAtMs ?? task.deadlineAtMs;
  if (deadlineAtMs !== task.deadlineAtMs) running.apply({ kind: 'task_due', taskId: task.id, deadlineAtMs });
  return deadlineAtMs;
}

/** Carries a decision out. */
export async function settle(
  running: RunningConversation,
  at: At,
  task: HumanTask,
  resolution: Resolution,
): Promise<void> {
  const { readBefore } = running.speaker(at);
  const message = await transcriptActivities.settleTask({ ...running.ref, task, resolution, readBefore });
  running.apply({ kind: 'task_settled', taskId: task.id, message });
  running.showState(ongoingState(running.state));
}
