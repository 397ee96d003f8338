import type { AskedOfTask } from '../../../../workflows/contracts/tasks/registry.ts';
import type { TaskState } from '../../../../workflows/domain/recordStates.ts';
import type { Asked } from '../../../../workflows/domain/tasks/asking.ts';
import {
  type HumanTask,
  kindOf,
  type Resolution,
  type TaskKind,
} from '../../../../workflows/domain/tasks/registry.ts';
import type { Cuts } from '../../views/text/shownText.ts';

/** A human task with the questions of its kind (contracts/tasks/); fields of other kinds are null. */
export interface TaskView extends AskedOfTask {
  id: string;
  kind: TaskKind;
  state: TaskState;
  turn: number;
  seq: number;
  /** The team whose turn is waiting: "" for the conversation's own. */
  scope: string;
  speaker: string;
  /** Whom it asks; null: every member of the project. */
  asked: Asked | null;
  /** Who has decided what, where several have to agree (`asked.quorum`). */
  votes: VoteView[];
  deadlineAt: string | null;
  onDeadline: HumanTask['onDeadline'];
  decision: Resolution['decision'] | null;
  answeredBy: string | null;
  revision: number;
  openedAt: string;
  closedAt: string | null;
  /** Which of its texts were cut. */
  cuts?: Cuts | undefined;
}

/** What a person has decided on a task that several have to agree on. */
export interface VoteView {
  userId: string;
  /** Null: the account is gone. */
  name: string | null;
  decision: string;
  at: string;
}

/** The text under review, or its beginning. */
export interface TaskDraft {
  messageId: string;
  text: string;
  /** Size of the whole text in bytes; null if it is complete. */
  wholeBytes: number | null;
}

/** Whether a person is asked what to do about a step that failed permanently. */
export function asksAboutStep({ kind, state }: Pick<TaskView, 'kind' | 'state'>): boolean {
  return kindOf({ kind }).whileOpen === 'parked' && state === 'open';
}
