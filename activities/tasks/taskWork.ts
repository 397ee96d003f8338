import type { Database, Transaction } from '../../platform/database.ts';
import type { OpenTaskInput, SettleTaskInput } from '../../workflows/contracts/activityTypes.ts';
import type { Asking } from '../../workflows/domain/tasks/asking.ts';
import type { ResolutionOf, TaskKind, TasksByKind } from '../../workflows/domain/tasks/registry.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { Execution } from '../execution/execution.ts';
import type { StoredMessage } from '../transcript/storedMessage.ts';

/** What opening a task needs: the task, its team (that of its scope), and the run that opens it. */
export interface Opening<Kind extends TaskKind> extends OpenTaskInput {
  task: TasksByKind[Kind];
  /** The team whose turn waits. */
  team: TeamConfig;
  runId: string;
}

/** What carrying a decision out needs. */
export interface Settling<Kind extends TaskKind> extends Omit<SettleTaskInput, 'task' | 'resolution'> {
  task: TasksByKind[Kind];
  resolution: ResolutionOf<Kind>;
  execution: Execution;
  revision: bigint;
  /** The text that was handed in with the decision. */
  handedIn: () => Promise<string>;
}

/** A kind of human task in the database: what is written when it is opened, and when it is decided. */
export interface TaskWork<Kind extends TaskKind> {
  /** What its row says besides what all rows do; contracts/tasks/ reads it. */
  detail(database: Database, opening: Opening<Kind>): object | Promise<object>;
  /** Whom it asks and for how long, as the team says; absent, or null: every member of the project. */
  asking?(opening: Opening<Kind>): { asking: Asking; deadlineSeconds: number } | null;
  /** What else is written when it is opened, or opened again. */
  opened?(transaction: Transaction, opening: Opening<Kind> & { revision: bigint }): Promise<void>;
  /** What a decision does to the transcript; returns the resulting message, if there is one. */
  carryOut(transaction: Transaction, settling: Settling<Kind>): Promise<StoredMessage | null>;
  /** The same message, where the decision has been carried out already; absent: none of its decisions leaves one. */
  message?(transaction: Transaction, settling: Settling<Kind>): Promise<StoredMessage | null>;
}
