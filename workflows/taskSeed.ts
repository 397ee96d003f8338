import { uuid4 } from '@temporalio/workflow';
import type { TaskSeed } from './domain/conversation/event.ts';

/** What an event that may open a task has to bring: both are the same again in a replay. */
export function taskSeed(): TaskSeed {
  return { taskId: uuid4(), nowMs: Date.now() };
}
