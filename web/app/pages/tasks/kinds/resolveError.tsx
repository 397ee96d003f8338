import { CircleAlert, CircleStop, RotateCcw, SkipForward, Unplug } from 'lucide-react';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import { FailureWords } from '../../../views/ui/FailureWords.tsx';
import type { TaskKindView } from '../taskKindView.ts';

export const resolveError: TaskKindView<'resolve_error'> = {
  tone: 'orange',
  icon: CircleAlert,
  frame: 'border-orange-ink/50',
  mark: 'bg-orange-soft text-orange-ink',
  title: ({ speaker }) => `${speaker}’s turn failed`,
  Forms: ErrorForms,
  stands: 'before_message',
  atDeadline: { stop: 'the conversation stops' },
  decided: () => ({
    retry: 'had the turn tried again',
    without_tools: 'had the turn go on without the tools that failed',
    skip: 'had the turn skipped',
    stop: 'stopped the conversation',
  }),
  taken: {
    retry: 'The turn was tried again',
    without_tools: 'The turn was tried again without the tools that failed',
    skip: 'The turn was skipped',
    stop: 'The conversation was stopped',
  },
  wasAbout: ({ speaker, failure }) => (failure === null ? '' : `${speaker}’s turn failed: ${failure.title}.`),
};

/** What failed, and the ways on. */
function ErrorForms({ command, conversationId, task, formSeed }: TaskFormsProps) {
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
          button={{ variant: 'primary', icon: <RotateCcw aria-hidden />, label: 'Try again' }}
        />
        {(task.failedTools ?? []).length === 0 ? null : (
          <AnswerForm
            {...shared}
            decision="without_tools"
            button={{
              variant: 'secondary',
              icon: <Unplug aria-hidden />,
              label: 'Go on without it this turn',
            }}
          />
        )}
        <AnswerForm
          {...shared}
          decision="skip"
          button={{ variant: 'secondary', icon: <SkipForward aria-hidden />, label: 'Skip this turn' }}
        />
        <AnswerForm
          {...shared}
          decision="stop"
          button={{ variant: 'secondary', icon: <CircleStop aria-hidden />, label: 'Stop the conversation' }}
        />
      </div>
    </>
  );
}
