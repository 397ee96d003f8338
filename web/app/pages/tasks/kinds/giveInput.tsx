import { MessageCircleQuestion } from 'lucide-react';
import { AnswerForm, type TaskFormsProps } from '../AnswerForm.tsx';
import type { TaskKindView } from '../taskKindView.ts';

export const giveInput: TaskKindView<'give_input'> = {
  tone: 'blue',
  icon: MessageCircleQuestion,
  frame: 'border-blue-ink/50',
  mark: 'bg-blue-soft text-blue-ink',
  title: ({ speaker }) => `It is your turn, as ${speaker}`,
  Forms: InputForm,
  stands: 'before_message',
  atDeadline: { skip: 'the turn passes without an answer', stop: 'the conversation stops' },
  decided: () => ({ reply: 'answered' }),
  taken: { reply: 'It was answered' },
};

function InputForm({ task, ...forms }: TaskFormsProps) {
  return (
    <AnswerForm
      {...forms}
      taskId={task.id}
      decision="reply"
      text={{ label: task.prompt || 'What do you say?', initial: '', rows: 4 }}
      button={{ variant: 'primary', label: 'Answer' }}
    />
  );
}
