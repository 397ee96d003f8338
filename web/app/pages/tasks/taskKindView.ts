import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DecisionsByKind, TaskKind, TasksByKind } from '../../../../workflows/domain/tasks/registry.ts';
import type { TaskView } from '../../data/conversations/view.ts';
import type { Tone } from '../../views/ui/tones.ts';
import type { TaskFormsProps } from './AnswerForm.tsx';

/** A kind of human task as people see it. */
export interface TaskKindView<Kind extends TaskKind> {
  /** Of its badge, whose words stand in the catalogue (`states:taskKind`). */
  tone: Tone;
  icon: LucideIcon;
  /** Classes of its card's border, and of the mark in it. */
  frame: string;
  mark: string;
  /** What this task asks, as its heading. */
  title(task: Pick<TaskView, 'speaker' | 'call'>): string;
  /** The forms that answer it. */
  Forms: (props: TaskFormsProps) => ReactNode;
  /** What one has to read to answer it, where its message is not in sight; absent: the heading says all. */
  Subject?: (props: Pick<TaskFormsProps, 'task' | 'draft'>) => ReactNode;
  /** Whether it stands in the transcript behind the message that it is about, or where its answer will stand. */
  stands: 'behind_message' | 'before_message';
  /** What happens where nobody answers in time: "Then …". */
  atDeadline: Record<TasksByKind[Kind]['onDeadline'], string>;
  /** What a person did: "Ada …". */
  decided(task: Pick<TaskView, 'call'>): Record<DecisionsByKind[Kind], string>;
  /** What was done when somebody was faster: "… by Ada". */
  taken: Record<DecisionsByKind[Kind], string>;
  /** What it was about, before its outcome; absent: the message before it says so. */
  wasAbout?(task: TaskView): string;
}
