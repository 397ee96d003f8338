import { Check, CheckCheck, PenLine, Wrench, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../data/tasks/taskView.ts';
import { prettyJson } from '../../../views/format/prettyJson.ts';
import { MachineText } from '../../../views/text/MachineText.tsx';
import { shownText } from '../../../views/text/shownText.ts';
import { Notice } from '../../../views/ui/Notice.tsx';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import { FoldedForm, useOpenForm } from '../FoldedForm.tsx';
import type { TaskKindView, TaskWords } from '../taskKindView.ts';
import { useHasApproved } from '../VotesNote.tsx';

export const approveToolCall: TaskKindView<'approve_tool_call'> = {
  tone: 'amber',
  icon: Wrench,
  frame: 'border-amber-ink/50',
  mark: 'bg-amber-soft text-amber-ink',
  title: (t, task) =>
    task.call?.reason === 'outcome_unknown'
      ? t('title.repeat', { speaker: task.speaker, tool: callName(t, task) })
      : t('title.approve_tool_call', { speaker: task.speaker, tool: callName(t, task) }),
  Forms: ApprovalForms,
  Subject: Arguments,
  stands: 'behind_message',
  atDeadline: (t) => ({ reject: t('deadline.reject') }),
  decided: (t, { name, task }) => {
    const values = { name, tool: callName(t, task) };
    return {
      approve: t('outcome.call.approve', values),
      approve_for_run: t('outcome.call.approve_for_run', values),
      edit: t('outcome.call.edit', values),
      reject: t('outcome.call.reject', values),
    };
  },
  taken: {
    approve: 'commands:faults.tookCallApprove',
    approve_for_run: 'commands:faults.tookCallApproveForRun',
    edit: 'commands:faults.tookCallEdit',
    reject: 'commands:faults.tookCallReject',
  },
};

function callName(t: TaskWords, { call }: Pick<TaskView, 'call'>): string {
  return call?.tool ?? t('someTool');
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

/** An HTTP tool's request: its address says more than the tool's name. */
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

/** The reason for the question, and the four answers. The two that need a text open in place. */
function ApprovalForms({ command, conversationId, task, formSeed }: TaskFormsProps) {
  const { t } = useTranslation('tasks');
  const shared = { command, conversationId, taskId: task.id, formSeed };
  const refused = command.result?.ok === false ? command.result.submitted?.decision : undefined;
  const isVotedOn = (task.asked?.quorum ?? null) !== null;
  const hasApproved = useHasApproved(task);
  const { open, onToggle } = useOpenForm(refused);
  const fold = { taskId: task.id, refused, onToggle };
  // Only the open form has a primary button.
  const variant = open === null ? 'primary' : 'secondary';
  const isRepeat = task.call?.reason === 'outcome_unknown';
  return (
    <>
      <Request task={task} />
      {isRepeat ? (
        <Notice kind="warning" title={t('approval.repeat')} className="mb-4">
          {t('approval.repeatHint')}
        </Notice>
      ) : (
        <p className="mb-4 text-sm text-ink-muted">{t('approval.policy')}</p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        {hasApproved ? null : (
          <AnswerForm
            {...shared}
            decision="approve"
            button={{
              variant,
              icon: <Check aria-hidden />,
              label: isRepeat ? t('approval.makeAgain') : t('approval.approve'),
            }}
          />
        )}
        {isRepeat || isVotedOn ? null : (
          <AnswerForm
            {...shared}
            decision="approve_for_run"
            button={{ icon: <CheckCheck aria-hidden />, label: t('approval.approveForRun') }}
          />
        )}
        {/* Edited arguments would be some that nobody else has agreed to. */}
        {isVotedOn ? null : (
          <FoldedForm {...fold} decision="edit" icon={<PenLine aria-hidden />} label={t('approval.edit')}>
            <AnswerForm
              {...shared}
              decision="edit"
              text={{
                label: t('approval.arguments'),
                hint: t('approval.argumentsHint'),
                initial: prettyJson(task.call?.arguments ?? '{}'),
                whole: shownText('task', task, 'detail.arguments'),
                rows: 8,
                isCode: true,
              }}
              button={{ variant: 'primary', label: t('review.saveAndApprove') }}
            />
          </FoldedForm>
        )}
        <FoldedForm {...fold} decision="reject" icon={<X aria-hidden />} label={t('approval.reject')}>
          <AnswerForm
            {...shared}
            decision="reject"
            text={{
              label: t('review.feedback', { speaker: task.speaker }),
              hint: t('approval.rejectHint', { speaker: task.speaker }),
              initial: '',
              rows: 3,
            }}
            button={{ variant: 'primary', label: t('approval.rejectCall') }}
          />
        </FoldedForm>
      </div>
    </>
  );
}
