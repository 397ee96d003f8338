import { MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import type { TaskKindView } from '../taskKindView.ts';

export const giveInput: TaskKindView<'give_input'> = {
  tone: 'blue',
  icon: MessageCircleQuestion,
  frame: 'border-blue-ink/50',
  mark: 'bg-blue-soft text-blue-ink',
  title: (t, { speaker }) => t('title.give_input', { speaker }),
  Forms: InputForm,
  stands: 'before_message',
  atDeadline: (t) => ({ skip: t('deadline.skip'), stop: t('deadline.stop') }),
  decided: (t, { name }) => ({ reply: t('outcome.draft.reply', { name }) }),
  taken: { reply: 'commands:faults.tookReply' },
};

function InputForm({ task, ...forms }: TaskFormsProps) {
  const { t } = useTranslation('tasks');
  return (
    <AnswerForm
      {...forms}
      taskId={task.id}
      decision="reply"
      text={{ label: task.prompt || t('input.label'), initial: '', rows: 4 }}
      button={{ variant: 'primary', label: t('input.submit') }}
    />
  );
}
