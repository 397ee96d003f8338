import type { ConversationStateName } from '../../../../workflows/domain/recordStates.ts';
import type { BuildState, MoveRefusal } from '../../../../workflows/domain/releases/buildStates.ts';

/** A conversation that stays on a build. */
export interface OpenConversation {
  id: string;
  title: string;
  state: ConversationStateName;
}

export interface BuildView {
  buildId: string;
  state: BuildState;
  sharePercent: number;
  deployedAt: Date;
  isPolled: boolean;
  /** How many open conversations of the project stay on it. */
  open: number;
  /** The first of them, if it is not the current one. */
  conversations: OpenConversation[];
}

export interface BuildsView {
  /** Null: the workers belong to none. */
  deploymentName: string | null;
  currentBuildId: string | null;
  builds: BuildView[];
}

/** What came of moving conversations. */
export type Move =
  | { outcome: 'refused'; refusal: MoveRefusal }
  | {
      outcome: 'done';
      /** So many were told. */
      asked: number;
      /** So many are still to be told. */
      left: number;
      /** Those that the current code cannot go on with, and why. */
      kept: { id: string; words: string }[];
    };
