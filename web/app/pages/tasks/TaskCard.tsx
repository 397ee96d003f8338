import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { scopeTitle } from '../../../../workflows/domain/conversation/scope.ts';
import { askingKinds } from '../../../../workflows/domain/tasks/registry.ts';
import { classNames } from '../../views/ui/classNames.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { CommandNotice } from '../commands/CommandNotice.tsx';
import { useCommand } from '../commands/useCommand.ts';
import type { TaskFormsProps } from './AnswerForm.tsx';
import { AskedNote } from './AskedNote.tsx';
import { viewOfTask } from './registry.ts';
import { atDeadline, taskTitle } from './taskWords.ts';
import { VotesNote } from './VotesNote.tsx';

export type TaskCardProps = Omit<TaskFormsProps, 'command'> & {
  /** Shown above the forms: where the task comes from, or the draft. */
  children?: ReactNode;
};

/** An open task: what is asked, until when, and the forms that answer it. */
export function TaskCard({ conversationId, task, draft, formSeed, children }: TaskCardProps) {
  const { t } = useTranslation('tasks');
  const command = useCommand('answer', task.id);
  const look = viewOfTask(task);
  const quorum = task.asked?.quorum ?? null;
  const forms = { command, conversationId, task, draft, formSeed };
  return (
    <article
      aria-labelledby={`task-${task.id}`}
      data-task={task.kind}
      className={classNames('rounded-2xl border-[1.5px] bg-surface p-4 shadow-raised sm:p-5', look.frame)}
    >
      <div className="mb-4 flex items-start gap-3">
        <span className={classNames('grid size-9 shrink-0 place-items-center rounded-xl', look.mark)}>
          <look.icon aria-hidden className="size-4.5" />
        </span>
        <div className="min-w-0 flex-1">
          <h3 id={`task-${task.id}`} className="text-[0.9375rem] leading-snug font-semibold wrap-anywhere">
            {taskTitle(t, task)}
          </h3>
          {task.scope === '' ? null : (
            <p className="mt-0.5 text-[0.8125rem] leading-snug text-ink-muted wrap-anywhere">
              {t('innerTeam', { team: scopeTitle(task.scope) })}
            </p>
          )}
          {task.deadlineAt === null || !askingKinds.includes(task.kind) ? null : (
            <p className="mt-1 flex items-start gap-1.5 text-[0.8125rem] leading-snug text-ink-muted">
              <Clock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              <span>
                <Trans
                  t={t}
                  i18nKey="due"
                  values={{ consequence: atDeadline(t, task) }}
                  components={{
                    time: <RelativeTime at={task.deadlineAt} className="font-medium text-ink" />,
                  }}
                />
              </span>
            </p>
          )}
          {task.asked === null ? null : <AskedNote asked={task.asked} deadlineAt={task.deadlineAt} />}
        </div>
      </div>
      {children}
      {quorum === null ? null : <VotesNote task={task} needed={quorum} />}
      <look.Forms {...forms} />
      <CommandNotice result={command.result} />
    </article>
  );
}
