import type { MessageFacts } from '../message.ts';
import type { ManagerResult } from '../patterns/registry.ts';
import type { Vote } from '../tasks/kind.ts';
import type { Wait } from '../tasks/kinds/wait.ts';
import type { Resolution } from '../tasks/registry.ts';
import type { TurnFailure } from '../turnFailure.ts';
import type { Outcome } from './state.ts';

/** A task that a step may have to open: its id and the time, which only the workflow can give. */
export interface TaskSeed {
  taskId: string;
  nowMs: number;
}

/** What a model's answer amounts to. */
export interface ReplyResult {
  messages: MessageFacts[];
  /** Tools that the model called; empty: its turn to speak is over. */
  calls: PlannedCall[];
  /** Cost of further requests that produce no message. */
  silentCostMicroUsd?: number;
  /** The answer is code, which is to be run. */
  runsCode?: true;
}

/** A tool call as far as the workflow has to know it. */
export interface PlannedCall {
  index: number;
  tool: string;
  /** The activity knows the result without calling anything: a handoff, an unknown tool, invalid arguments. */
  settled: boolean;
  /** Whom it hands over to; null: it is no handoff. */
  handoff: string | null;
  /** Whether the team's policy wants a person to allow it. */
  needsApproval: boolean;
  /** How many people have to allow it where one is asked; absent: one. */
  quorum?: number;
  idempotent: boolean;
  /** Calls of one lane are made one after another, in their order: they talk to one server, which remembers, or to one team. */
  lane?: number;
  /** It is no call but a wait, for this. */
  wait?: Wait;
}

/** Where a speaker's event happens. */
export interface At {
  scope: string;
  speaker: string;
}

/** Everything that changes a conversation's state. */
export type ConversationEvent =
  /** The pattern names the speakers of the next turn, or its manager has to be asked. */
  | { kind: 'turn_began'; scope: string }
  /** The transcript says who was selected. */
  | { kind: 'announced'; scope: string; message: MessageFacts }
  /** A manager's model has answered. */
  | ({ kind: 'managed'; messages: MessageFacts[]; result: ManagerResult; costMicroUsd?: number } & At)
  /** It is a person's turn; the person is now asked. */
  | ({ kind: 'input_wanted' } & At & TaskSeed)
  /** The model has answered and what it said is stored. */
  | ({ kind: 'replied'; result: ReplyResult; callTaskIds: string[] } & At & TaskSeed)
  /** A call has been carried out. */
  | ({ kind: 'call_done'; index: number } & At)
  /** The outcome of a call is unknown. */
  | ({ kind: 'call_unknown'; index: number } & At & TaskSeed)
  /** The results of a round of calls are in the transcript. */
  | ({ kind: 'results_recorded'; messages: MessageFacts[] } & At)
  /** Code has been run; `again`: it failed, and its author tries once more. */
  | ({ kind: 'code_run'; messages: MessageFacts[]; then: 'done' | 'again' | 'reply' } & At)
  /** An inner team has its task; of a speaker's turn, or of the tool call with this index. */
  | ({ kind: 'inner_opened'; index: number | null; task: MessageFacts[]; nowMs: number } & At)
  /** An inner team's run is over. */
  | ({ kind: 'inner_ended'; index: number | null } & At)
  /** A step failed for good. */
  | ({ kind: 'step_failed'; failure: TurnFailure } & At & TaskSeed)
  /** Its row says until when a task waits: its time is not counted by the clock alone. */
  | { kind: 'task_due'; taskId: string; deadlineAtMs: number }
  /** A person has decided on a task that more than one have to agree on. */
  | { kind: 'voted'; taskId: string; vote: Vote }
  /** A person has decided, or the deadline has. */
  | { kind: 'task_resolved'; taskId: string; resolution: Resolution }
  /** The decision has been carried out in the transcript; `message` is the result. */
  | { kind: 'task_settled'; taskId: string; message: MessageFacts | null }
  | { kind: 'turn_ended'; scope: string; nowMs: number }
  /** Between turns: what came in since the last one may end the run. */
  | { kind: 'checked'; scope: string; nowMs: number }
  /** A message that no speaker's turn has a place for takes the next sequence number. */
  | { kind: 'seq_taken' }
  /** A person's message takes the next sequence number. */
  | { kind: 'post_taken'; submissionId: string }
  /** It is in the transcript. */
  | { kind: 'post_recorded'; message: MessageFacts }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  /** External conditions fire at their next check. */
  | { kind: 'external_fired' }
  | { kind: 'stop_requested' }
  | { kind: 'ended'; outcome: Outcome };
