import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DecisionsByKind, TaskKind, TasksByKind } from '../../../../workflows/domain/tasks/registry.ts';
import type { TaskView } from '../../data/tasks/taskView.ts';
import type { FaultKey } from '../../languages/fault.ts';
import type { Translate } from '../../languages/translator.ts';
import type { Tone } from '../../views/ui/tones.ts';
import type { TaskFormsProps } from './AnswerForm.tsx';

/** The translator for messages of tasks. */
export type TaskWords = TFunction<'tasks'>;

export type TakenFault = Extract<FaultKey, `commands:faults.took${string}`>;

/** A kind of human task as people see it. */
export interface TaskKindView<Kind extends TaskKind> {
  /** The tone of its badge; the badge's words are in the catalogue (`states:taskKind`). */
  tone: Tone;
  icon: LucideIcon;
  /** Classes of its card's border and mark. */
  frame: string;
  mark: string;
  /** The question, as the card's heading. */
  title(t: TaskWords, task: Pick<TaskView, 'speaker' | 'call'>): string;
  /** The forms that answer it. */
  Forms: (props: TaskFormsProps) => ReactNode;
  /**
   * The text that is needed to answer it, if its message is not in view; absent if the heading says everything.
   */
  Subject?: (props: Pick<TaskFormsProps, 'task' | 'draft'>) => ReactNode;
  /** Whether it comes after the message that it is about, or where its answer will be. */
  stands: 'behind_message' | 'before_message';
  /** What happens if nobody answers in time, as the end of a sentence. */
  atDeadline(t: TaskWords): Record<TasksByKind[Kind]['onDeadline'], string>;
  /** That its deadline has passed, as a sentence; absent: nobody answered in time. */
  expired?(t: TaskWords): string;
  /** The decision that somebody took, as a sentence. */
  decided(
    t: TaskWords,
    of: { name: string; task: Pick<TaskView, 'call'> },
  ): Record<DecisionsByKind[Kind], string>;
  /** The response to later answers: names of faults that contain the first person's name. */
  taken: Record<DecisionsByKind[Kind], TakenFault>;
  /** What it was about, before its outcome; absent if the previous message says so. */
  wasAbout?(t: Translate, task: TaskView): string;
}
