import type { TaskView } from '../../data/conversations/view.ts';
import { viewOfTask } from './registry.ts';

/** What a task asks, as its heading. */
export function taskTitle(task: Pick<TaskView, 'kind' | 'speaker' | 'call'>): string {
  return viewOfTask(task).title(task);
}

/** What happens where nobody answers in time. */
export function atDeadline(task: Pick<TaskView, 'kind' | 'onDeadline'>): string {
  const words: Record<string, string> = viewOfTask(task).atDeadline;
  return words[task.onDeadline] ?? task.onDeadline;
}

/** How a task was closed, in one sentence. */
export function taskOutcome(task: TaskView): string {
  switch (task.state) {
    case 'answered': {
      const words: Record<string, string> = viewOfTask(task).decided(task);
      return `${task.answeredBy ?? 'Somebody'} ${words[task.decision ?? ''] ?? 'decided'}`;
    }
    case 'expired':
      return `Nobody answered in time, so ${atDeadline(task)}`;
    case 'withdrawn':
      return 'The question was withdrawn';
    case 'open':
      return 'Open';
  }
}
