import { Check, FilePenLine, PenLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Markdown } from '../../../views/ui/Markdown.tsx';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import { FOLDED_FORM_CLASSES } from '../foldedForm.ts';
import { draftPlace } from '../draftPlace.ts';
import type { TaskKindView } from '../taskKindView.ts';

export const reviewMessage: TaskKindView<'review_message'> = {
  tone: 'violet',
  icon: FilePenLine,
  frame: 'border-violet-ink/50',
  mark: 'bg-violet-soft text-violet-ink',
  title: ({ speaker }) => `${speaker}’s draft waits for your review`,
  Forms: ReviewForms,
  Subject: Draft,
  stands: 'behind_message',
  atDeadline: {
    approve: 'the draft is approved as it stands',
    discard: 'the draft is dropped and the turn passes',
    stop: 'the conversation stops',
  },
  decided: () => ({
    approve: 'approved the draft',
    edit: 'edited and approved the draft',
    reject: 'sent the draft back',
  }),
  taken: {
    approve: 'The draft was approved',
    edit: 'The draft was edited and approved',
    reject: 'The draft was sent back',
  },
};

function Draft({ task, draft }: Pick<TaskFormsProps, 'task' | 'draft'>) {
  const { t } = useTranslation('inbox');
  if (draft === null) return null;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={t('item.draftBy', { speaker: task.speaker })}
      className="mb-4 max-h-96 overflow-y-auto rounded-xl bg-sunken px-4 py-3"
    >
      <Markdown shown={draftPlace(draft)}>{draft.text}</Markdown>
    </div>
  );
}

/** Approve, edit or send back. The two that need words open in place. */
function ReviewForms({ command, conversationId, task, formSeed, draft }: TaskFormsProps) {
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
