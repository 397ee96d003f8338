import { Check, FilePenLine, PenLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskDraft } from '../../../data/tasks/taskView.ts';
import { type ShownText, shownText } from '../../../views/text/shownText.ts';
import { Markdown } from '../../../views/ui/Markdown.tsx';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import { FoldedForm, useOpenForm } from '../FoldedForm.tsx';
import type { TaskKindView } from '../taskKindView.ts';
import { useHasApproved } from '../VotesNote.tsx';

export const reviewMessage: TaskKindView<'review_message'> = {
  tone: 'violet',
  icon: FilePenLine,
  frame: 'border-violet-ink/50',
  mark: 'bg-violet-soft text-violet-ink',
  title: (t, { speaker }) => t('title.review_message', { speaker }),
  Forms: ReviewForms,
  Subject: Draft,
  stands: 'behind_message',
  atDeadline: (t) => ({
    approve: t('deadline.approve'),
    discard: t('deadline.discard'),
    stop: t('deadline.stop'),
  }),
  decided: (t, { name }) => ({
    approve: t('outcome.draft.approve', { name }),
    edit: t('outcome.draft.edit', { name }),
    reject: t('outcome.draft.reject', { name }),
  }),
  taken: {
    approve: 'commands:faults.tookApprove',
    edit: 'commands:faults.tookEdit',
    reject: 'commands:faults.tookReject',
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

/** Approve, edit or send back. The two that need a text open in place. */
function ReviewForms({ command, conversationId, task, formSeed, draft }: TaskFormsProps) {
  const { t } = useTranslation('tasks');
  const shared = { command, conversationId, taskId: task.id, formSeed };
  const refused = command.result?.ok === false ? command.result.submitted?.decision : undefined;
  const isVotedOn = (task.asked?.quorum ?? null) !== null;
  const hasApproved = useHasApproved(task);
  const { open, onToggle } = useOpenForm(refused);
  const fold = { taskId: task.id, refused, onToggle };
  // Only the open form has a primary button.
  const variant = open === null ? 'primary' : 'secondary';
  return (
    <div className="flex flex-wrap items-start gap-2">
      {hasApproved ? null : (
        <AnswerForm
          {...shared}
          decision="approve"
          button={{ variant, icon: <Check aria-hidden />, label: t('review.approve') }}
        />
      )}
      {/* An edited draft would be one that nobody else has agreed to. */}
      {isVotedOn ? null : (
        <FoldedForm {...fold} decision="edit" icon={<PenLine aria-hidden />} label={t('review.edit')}>
          <AnswerForm
            {...shared}
            decision="edit"
            text={{
              label: t('review.yourVersion'),
              hint: t('review.yourVersionHint'),
              initial: draft?.text ?? '',
              whole: draft === null ? null : draftPlace(draft),
              rows: 8,
            }}
            button={{ variant: 'primary', label: t('review.saveAndApprove') }}
          />
        </FoldedForm>
      )}
      <FoldedForm {...fold} decision="reject" icon={<Undo2 aria-hidden />} label={t('review.sendBack')}>
        <AnswerForm
          {...shared}
          decision="reject"
          text={{
            label: t('review.feedback', { speaker: task.speaker }),
            hint: t('review.feedbackHint', { speaker: task.speaker }),
            initial: '',
            rows: 3,
          }}
          button={{ variant: 'primary', label: t('review.sendBack') }}
        />
      </FoldedForm>
    </div>
  );
}

/** The place of the text under review. */
function draftPlace({ messageId, wholeBytes }: TaskDraft): ShownText {
  const cuts = wholeBytes === null ? {} : { content: wholeBytes };
  return shownText('message', { id: messageId, cuts }, 'content');
}
