import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DecisionsByKind, TaskKind, TasksByKind } from '../../../../workflows/domain/tasks/registry.ts';
import type { TaskView } from '../../data/conversations/view.ts';
import type { FaultKey } from '../../languages/fault.ts';
import type { Translate } from '../../languages/translator.ts';
import type { Tone } from '../../views/ui/tones.ts';
import type { TaskFormsProps } from './AnswerForm.tsx';

/** Says the messages of tasks. */
export type TaskWords = TFunction<'tasks'>;

export type TakenFault = Extract<FaultKey, `commands:faults.took${string}`>;

/** A kind of human task as people see it. */
export interface TaskKindView<Kind extends TaskKind> {
  /** Of its badge, whose words stand in the catalogue (`states:taskKind`). */
  tone: Tone;
  icon: LucideIcon;
  /** Classes of its card's border, and of the mark in it. */
  frame: string;
  mark: string;
  /** What this task asks, as its heading. */
  title(t: TaskWords, task: Pick<TaskView, 'speaker' | 'call'>): string;
  /** The forms that answer it. */
  Forms: (props: TaskFormsProps) => ReactNode;
  /** What one has to read to answer it, where its message is not in sight; absent: the heading says all. */
  Subject?: (props: Pick<TaskFormsProps, 'task' | 'draft'>) => ReactNode;
  /** Whether it stands in the transcript behind the message that it is about, or where its answer will stand. */
  stands: 'behind_message' | 'before_message';
  /** What happens where nobody answers in time, as the end of a sentence. */
  atDeadline(t: TaskWords): Record<TasksByKind[Kind]['onDeadline'], string>;
  /** What somebody has done, in a sentence. */
  decided(
    t: TaskWords,
    of: { name: string; task: Pick<TaskView, 'call'> },
  ): Record<DecisionsByKind[Kind], string>;
  /** What is said to whoever comes later: the names of faults that take the faster one's name. */
  taken: Record<DecisionsByKind[Kind], TakenFault>;
  /** What it was about, before its outcome; absent: the message before it says so. */
  wasAbout?(t: Translate, task: TaskView): string;
}
