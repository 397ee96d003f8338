import { AlarmClock, MoonStar } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import type { TaskKindView } from '../taskKindView.ts';

export const wait: TaskKindView<'wait'> = {
  tone: 'violet',
  icon: MoonStar,
  frame: 'border-violet-ink/50',
  mark: 'bg-violet-soft text-violet-ink',
  title: (t, { speaker }) => t('title.wait', { speaker }),
  Forms: WaitForm,
  stands: 'behind_message',
  atDeadline: (t) => ({ go_on: t('deadline.go_on') }),
  expired: (t) => t('outcome.waitOver'),
  decided: (t, { name }) => ({ wake: t('outcome.woken', { name }) }),
  taken: { wake: 'commands:faults.tookWake' },
  wasAbout: (t, { speaker, wait: asked }) =>
    asked === null ? '' : t('tasks:wait.was', { speaker, reason: asked.reason }),
};

/** What it waits for, since when and until when; and the way to end it. */
function WaitForm({ task, ...forms }: TaskFormsProps) {
  const { t } = useTranslation('tasks');
  const time = (at: string) => <RelativeTime at={at} className="font-medium text-ink" />;
  return (
    <>
      {task.wait === null ? null : (
        <dl className="mb-4 text-sm">
          <dt className="text-ink-muted">{t('wait.reason')}</dt>
          <dd data-wait-reason className="mt-1 wrap-anywhere">
            {task.wait.reason}
          </dd>
        </dl>
      )}
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
        <span>
          <Trans t={t} i18nKey="wait.since" components={{ time: time(task.openedAt) }} />
        </span>
        {task.deadlineAt === null ? null : (
          <span>
            <Trans t={t} i18nKey="wait.until" components={{ time: time(task.deadlineAt) }} />
          </span>
        )}
      </p>
      <AnswerForm
        {...forms}
        taskId={task.id}
        decision="wake"
        text={{
          label: t('wait.words'),
          hint: t('wait.wordsHint', { speaker: task.speaker }),
          initial: '',
          rows: 2,
        }}
        button={{ variant: 'primary', icon: <AlarmClock aria-hidden />, label: t('wait.wake') }}
      />
    </>
  );
}
