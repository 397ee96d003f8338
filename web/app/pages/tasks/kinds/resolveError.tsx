import { CircleAlert, CircleStop, RotateCcw, SkipForward, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { failureTitle } from '../../../views/ui/failureTitle.ts';
import { FailureWords } from '../../../views/ui/FailureWords.tsx';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import type { TaskKindView } from '../taskKindView.ts';

export const resolveError: TaskKindView<'resolve_error'> = {
  tone: 'orange',
  icon: CircleAlert,
  frame: 'border-orange-ink/50',
  mark: 'bg-orange-soft text-orange-ink',
  title: (t, { speaker }) => t('title.resolve_error', { speaker }),
  Forms: ErrorForms,
  stands: 'before_message',
  atDeadline: (t) => ({ stop: t('deadline.stop') }),
  decided: (t, { name }) => ({
    retry: t('outcome.draft.retry', { name }),
    without_tools: t('outcome.draft.without_tools', { name }),
    skip: t('outcome.draft.skip', { name }),
    stop: t('outcome.draft.stop', { name }),
  }),
  taken: {
    retry: 'commands:faults.tookRetry',
    without_tools: 'commands:faults.tookWithoutTools',
    skip: 'commands:faults.tookSkip',
    stop: 'commands:faults.tookStop',
  },
  wasAbout: (t, { speaker, failure }) =>
    failure === null ? '' : t('tasks:turnFailed', { speaker, failure: failureTitle(t, failure) }),
};

/** What failed, and the options to continue. */
function ErrorForms({ command, conversationId, task, formSeed }: TaskFormsProps) {
  const { t } = useTranslation('tasks');
  const shared = { command, conversationId, taskId: task.id, formSeed };
  return (
    <>
      {task.failure === null ? null : (
        <div className="mb-4 rounded-lg bg-sunken px-3.5 py-3 text-sm">
          <FailureWords failure={task.failure} />
        </div>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <AnswerForm
          {...shared}
          decision="retry"
          button={{ variant: 'primary', icon: <RotateCcw aria-hidden />, label: t('error.retry') }}
        />
        {(task.failedTools ?? []).length === 0 ? null : (
          <AnswerForm
            {...shared}
            decision="without_tools"
            button={{
              variant: 'secondary',
              icon: <Unplug aria-hidden />,
              label: t('error.withoutTools'),
            }}
          />
        )}
        <AnswerForm
          {...shared}
          decision="skip"
          button={{ variant: 'secondary', icon: <SkipForward aria-hidden />, label: t('error.skip') }}
        />
        <AnswerForm
          {...shared}
          decision="stop"
          button={{ variant: 'secondary', icon: <CircleStop aria-hidden />, label: t('error.stop') }}
        />
      </div>
    </>
  );
}
