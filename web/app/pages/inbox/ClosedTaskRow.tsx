import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { TaskStateBadge } from '../../views/ui/TaskBadge.tsx';
import { viewOfTask } from '../tasks/registry.ts';
import { taskOutcome } from '../tasks/taskWords.ts';

/** A closed task: its outcome, and its conversation. */
export function ClosedTaskRow({ item: { task, conversation } }: { item: InboxTask }) {
  const { t } = useTranslation('states');
  const { t: tasks } = useTranslation('tasks');
  const format = useFormat();
  return (
    <li className="relative px-4 py-3.5 hover:bg-hover sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <Link
          to={`/conversations/${conversation.id}#message-${String(task.seq)}`}
          className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
        >
          {conversation.title}
        </Link>
        <Badge tone={viewOfTask(task).tone}>{t(`taskKind.${task.kind}`)}</Badge>
        <TaskStateBadge state={task.state} />
      </div>
      <p className="mt-1 text-[0.8125rem] text-ink-muted">
        {task.speaker} · {taskOutcome(tasks, task, format.list)}
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
