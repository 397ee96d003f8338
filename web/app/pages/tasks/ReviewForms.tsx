import { Check, PenLine, Undo2 } from 'lucide-react';
import { AnswerForm, type TaskFormsProps } from './AnswerForm.tsx';
import { FOLDED_FORM_CLASSES } from './foldedForm.ts';
import { draftPlace } from './draftPlace.ts';

/** Approve, edit or send back. The two that need words open in place. */
export function ReviewForms({ command, conversationId, task, formSeed, draft }: TaskFormsProps) {
  const shared = { command, conversationId, taskId: task.id, formSeed };
  const refused = command.result?.ok === false ? command.result.submitted?.decision : undefined;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <AnswerForm
        {...shared}
        decision="approve"
        button={{ variant: 'primary', icon: <Check aria-hidden />, label: 'Approve' }}
      />
      <details className="open:w-full" open={refused === 'edit' || undefined} name="review">
        <summary className={FOLDED_FORM_CLASSES}>
          <PenLine aria-hidden />
          Edit
        </summary>
        <div className="mt-3">
          <AnswerForm
            {...shared}
            decision="edit"
            text={{
              label: 'Your version',
              hint: 'The others read this in place of the draft.',
              initial: draft?.text ?? '',
              whole: draft === null ? null : draftPlace(draft),
              rows: 8,
            }}
            button={{ variant: 'primary', label: 'Save and approve' }}
          />
        </div>
      </details>
      <details className="open:w-full" open={refused === 'reject' || undefined} name="review">
        <summary className={FOLDED_FORM_CLASSES}>
          <Undo2 aria-hidden />
          Send back
        </summary>
        <div className="mt-3">
          <AnswerForm
            {...shared}
            decision="reject"
            text={{
              label: `Feedback to ${task.speaker}`,
              hint: `${task.speaker} reads it and writes anew.`,
              initial: '',
              rows: 3,
            }}
            button={{ variant: 'primary', label: 'Send back' }}
          />
        </div>
      </details>
    </div>
  );
}
