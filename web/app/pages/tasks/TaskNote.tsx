import { CircleCheck, Clock, Undo2, XCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../data/tasks/taskView.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { viewOfTask } from './registry.ts';
import { taskOutcome } from './taskWords.ts';

/** A closed task as a line of the transcript: who decided what. */
export function TaskNote({ task }: { task: TaskView }) {
  const { t, i18n } = useTranslation('tasks');
  const format = useFormat();
  const Icon = iconOf(task);
  const about = viewOfTask(task).wasAbout?.(i18n.t, task) ?? '';
  return (
    <li className="flex items-start gap-2.5 py-1.5 text-[0.8125rem] text-ink-muted sm:pl-13">
      <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <p className="wrap-anywhere">
        {about === '' ? null : <>{about} </>}
        {taskOutcome(t, task, format.list)}
        {task.closedAt === null ? null : (
          <>
            {' '}
            <RelativeTime at={task.closedAt} />
          </>
        )}
      </p>
    </li>
  );
}

function iconOf({ state, decision }: TaskView) {
  if (state === 'expired') return Clock;
  if (state === 'withdrawn' || decision === 'stop') return XCircle;
  return decision === 'reject' || decision === 'retry' ? Undo2 : CircleCheck;
}
