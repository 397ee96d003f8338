import type { TaskView } from '../../data/conversations/view.ts';
import { viewOfTask } from './registry.ts';
import type { TaskWords } from './taskKindView.ts';

/** What a task asks, as its heading. */
export function taskTitle(t: TaskWords, task: Pick<TaskView, 'kind' | 'speaker' | 'call'>): string {
  return viewOfTask(task).title(t, task);
}

/** What happens where nobody answers in time. */
export function atDeadline(t: TaskWords, task: Pick<TaskView, 'kind' | 'onDeadline'>): string {
  const words: Record<string, string> = viewOfTask(task).atDeadline(t);
  return words[task.onDeadline] ?? task.onDeadline;
}

/** How a task was closed, in one sentence. */
export function taskOutcome(t: TaskWords, task: TaskView): string {
  switch (task.state) {
    case 'answered': {
      const name = task.answeredBy ?? t('outcome.somebody');
      const words: Record<string, string> = viewOfTask(task).decided(t, { name, task });
      return words[task.decision ?? ''] ?? t('outcome.draft.decided', { name });
    }
    case 'expired':
      return t('outcome.expired', { consequence: atDeadline(t, task) });
    case 'withdrawn':
      return t('outcome.withdrawn');
    case 'open':
      return t('outcome.open');
  }
}
