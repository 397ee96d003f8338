import type { MessageFacts } from '../message.ts';
import type { Resolution, TurnFailure } from '../task.ts';
import type { Outcome } from './state.ts';

/** A task that a step may have to open: its id and the time, which only the workflow can give. */
export interface TaskSeed {
  taskId: string;
  nowMs: number;
}

/** Everything that changes a conversation's state. */
export type ConversationEvent =
  /** The pattern names the speakers of the next turn. */
  | { kind: 'turn_began' }
  /** It is the turn of a person, who is asked now. */
  | ({ kind: 'input_wanted'; speaker: string } & TaskSeed)
  /** The model has answered and the message is stored. */
  | ({ kind: 'replied'; speaker: string; message: MessageFacts } & TaskSeed)
  /** The turn failed for good. */
  | ({ kind: 'reply_failed'; speaker: string; failure: TurnFailure } & TaskSeed)
  /** A person has decided, or the deadline has. */
  | { kind: 'task_resolved'; taskId: string; resolution: Resolution }
  /** The decision has been carried out in the transcript; `message` is what came of it. */
  | { kind: 'task_settled'; taskId: string; message: MessageFacts | null }
  | { kind: 'turn_ended' }
  /** Between turns: what came in since the last one may end the conversation. */
  | { kind: 'checked' }
  /** A person's message takes the next sequence number. */
  | { kind: 'post_taken'; submissionId: string }
  /** It stands in the transcript. */
  | { kind: 'post_recorded'; message: MessageFacts }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'stop_requested' }
  | { kind: 'ended'; outcome: Outcome };
