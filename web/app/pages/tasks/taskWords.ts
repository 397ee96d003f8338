import type { TaskView } from '../../data/tasks/taskView.ts';
import { viewOfTask } from './registry.ts';
import type { TaskWords } from './taskKindView.ts';

/** A task's question, as its heading. */
export function taskTitle(t: TaskWords, task: Pick<TaskView, 'kind' | 'speaker' | 'call'>): string {
  return viewOfTask(task).title(t, task);
}

/** What happens if nobody answers in time. */
export function atDeadline(t: TaskWords, task: Pick<TaskView, 'kind' | 'onDeadline'>): string {
  const words: Record<string, string> = viewOfTask(task).atDeadline(t);
  return words[task.onDeadline] ?? task.onDeadline;
}

/** How a task was closed, in one sentence; `list` puts several names into it. */
export function taskOutcome(t: TaskWords, task: TaskView, list: (names: string[]) => string): string {
  switch (task.state) {
    case 'answered': {
      const agreed = task.votes.filter(({ decision }) => decision === task.decision);
      const names = agreed.length > 1 ? agreed.map(({ name }) => name) : [task.answeredBy];
      const name = list(names.map((each) => each ?? t('outcome.somebody')));
      const words: Record<string, string> = viewOfTask(task).decided(t, { name, task });
      return words[task.decision ?? ''] ?? t('outcome.draft.decided', { name });
    }
    case 'expired':
      return viewOfTask(task).expired?.(t) ?? t('outcome.expired', { consequence: atDeadline(t, task) });
    case 'withdrawn':
      return t('outcome.withdrawn');
    case 'open':
      return t('outcome.open');
  }
}
