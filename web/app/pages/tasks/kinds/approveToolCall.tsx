import { Check, CheckCheck, PenLine, Wrench, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../views/ui/Notice.tsx';
import { prettyJson } from '../../../views/format/prettyJson.ts';
import type { TaskView } from '../../../data/conversations/view.ts';
import { MachineText } from '../../../views/text/MachineText.tsx';
import { shownText } from '../../../views/text/shownText.ts';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import { FOLDED_FORM_CLASSES } from '../foldedForm.ts';
import type { TaskKindView } from '../taskKindView.ts';

export const approveToolCall: TaskKindView<'approve_tool_call'> = {
  tone: 'amber',
  icon: Wrench,
  frame: 'border-amber-ink/50',
  mark: 'bg-amber-soft text-amber-ink',
  title: (task) =>
    task.call?.reason === 'outcome_unknown'
      ? `Shall ${task.speaker}’s call of ${callName(task)} be made again?`
      : `${task.speaker} wants to call ${callName(task)}`,
  Forms: ApprovalForms,
  Subject: Arguments,
  stands: 'behind_message',
  atDeadline: { reject: 'the call is not made, and its model is told so' },
  decided: (task) => ({
    approve: `approved the call of ${callName(task)}`,
    approve_for_run: `approved, for the whole run, calls of ${callName(task)}`,
    edit: `edited the arguments and approved the call of ${callName(task)}`,
    reject: `rejected the call of ${callName(task)}`,
  }),
  taken: {
    approve: 'The call was approved',
    approve_for_run: 'The tool was approved for this run',
    edit: 'The call was approved with other arguments',
    reject: 'The call was rejected',
  },
};

function callName({ call }: Pick<TaskView, 'call'>): string {
  return call?.tool ?? 'a tool';
}

function Arguments({ task }: Pick<TaskFormsProps, 'task'>) {
  const { t } = useTranslation('inbox');
  if (task.call === null) return null;
  return (
    <div className="mb-4">
      <MachineText
        label={t('item.arguments', { tool: task.call.tool })}
        text={prettyJson(task.call.arguments)}
        shown={shownText('task', task, 'detail.arguments')}
      />
    </div>
  );
}

/** What an HTTP tool asks for: the address says more than the tool's name. */
function Request({ task }: Pick<TaskFormsProps, 'task'>) {
  const { t } = useTranslation('inbox');
  const request = task.call?.request;
  if (request === null || request === undefined) return null;
  return (
    <dl className="mb-4 text-sm">
      <dt className="text-ink-muted">{t('item.request')}</dt>
      <dd className="mt-1 font-mono text-[0.8125rem] wrap-anywhere">
        <span className="font-semibold">{request.method}</span> {request.url}
      </dd>
    </dl>
  );
}

/** Why one is asked, and the four ways to answer. The two that need words open in place. */
function ApprovalForms({ command, conversationId, task, formSeed }: TaskFormsProps) {
  const shared = { command, conversationId, taskId: task.id, formSeed };
  const refused = command.result?.ok === false ? command.result.submitted?.decision : undefined;
  const isRepeat = task.call?.reason === 'outcome_unknown';
  return (
    <>
      <Request task={task} />
      {isRepeat ? (
        <Notice kind="warning" title="This call may have been carried out already" className="mb-4">
          Its worker was lost in the middle, so nobody knows. Look where the tool acts before you let it be
          made again; reject it where it was.
        </Notice>
      ) : (
        <p className="mb-4 text-sm text-ink-muted">
          The team’s policy for this tool wants a person to allow the call before it is made.
        </p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <AnswerForm
          {...shared}
          decision="approve"
          button={{
            variant: 'primary',
            icon: <Check aria-hidden />,
            label: isRepeat ? 'Make it again' : 'Approve once',
          }}
        />
        {isRepeat ? null : (
          <AnswerForm
            {...shared}
            decision="approve_for_run"
            button={{ icon: <CheckCheck aria-hidden />, label: 'Approve for this run' }}
          />
        )}
        <details className="open:w-full" open={refused === 'edit' || undefined} name={`call-${task.id}`}>
          <summary className={FOLDED_FORM_CLASSES}>
            <PenLine aria-hidden />
            Edit arguments
          </summary>
          <div className="mt-3">
            <AnswerForm
              {...shared}
              decision="edit"
              text={{
                label: 'Arguments',
                hint: 'A JSON object. The tool is given these in place of what the model proposed.',
                initial: prettyJson(task.call?.arguments ?? '{}'),
                whole: shownText('task', task, 'detail.arguments'),
                rows: 8,
                isCode: true,
              }}
              button={{ variant: 'primary', label: 'Save and approve' }}
            />
          </div>
        </details>
        <details className="open:w-full" open={refused === 'reject' || undefined} name={`call-${task.id}`}>
          <summary className={FOLDED_FORM_CLASSES}>
            <X aria-hidden />
            Reject
          </summary>
          <div className="mt-3">
            <AnswerForm
              {...shared}
              decision="reject"
              text={{
                label: `Feedback to ${task.speaker}`,
                hint: `The call is not made. ${task.speaker} reads this in place of its result. You may leave it empty.`,
                initial: '',
                rows: 3,
              }}
              button={{ variant: 'primary', label: 'Reject the call' }}
            />
          </div>
        </details>
      </div>
    </>
  );
}
