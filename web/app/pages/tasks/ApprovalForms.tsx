import { Check, CheckCheck, PenLine, X } from 'lucide-react';
import { Notice } from '../../views/ui/Notice.tsx';
import { prettyJson } from '../../views/format/prettyJson.ts';
import { shownText } from '../../views/text/shownText.ts';
import { AnswerForm, type TaskFormsProps } from './AnswerForm.tsx';
import { FOLDED_FORM_CLASSES } from './foldedForm.ts';

/** Why one is asked, and the four ways to answer. The two that need words open in place. */
export function ApprovalForms({ command, conversationId, task, formSeed }: TaskFormsProps) {
  const shared = { command, conversationId, taskId: task.id, formSeed };
  const refused = command.result?.ok === false ? command.result.submitted?.decision : undefined;
  const isRepeat = task.call?.reason === 'outcome_unknown';
  return (
    <>
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
