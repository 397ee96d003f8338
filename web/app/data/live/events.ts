import type { ControlView } from '../conversations/control.ts';
import type {
  CallView,
  ConversationHead,
  LiveTextView,
  MessageView,
  OpenCallView,
  PendingWork,
  RunView,
  TaskView,
  ToolCallView,
} from '../conversations/view.ts';

/** Rows that have changed since the revision before; `conversation.revision` is the revision that they add up to. */
export interface ChangeEvent {
  conversation: ConversationHead;
  /** In their order. */
  runs: readonly RunView[];
  messages: readonly MessageView[];
  tasks: readonly TaskView[];
  calls: readonly CallView[];
  toolCalls: readonly ToolCallView[];
  /** How the team stands; null: that is not known (yet). */
  control: ControlView | null;
}

/** A piece of the text that is being written: it replaces everything from `offset` on. */
export interface LiveTextEvent extends LiveTextView {
  offset: number;
}

/** What a conversation's stream says, by the name of the event. */
export interface ConversationEvents {
  change: ChangeEvent;
  live: LiveTextEvent;
  /** The text is being written no longer: its message stands in the transcript, or never will. */
  live_end: { seq: number };
  /** All requests that models are answering now. */
  asking: readonly OpenCallView[];
  pending: PendingWork;
  /** The session has ended: sign in again, and don't come back before. */
  expired: Record<string, never>;
}

/** What the run history's stream says. */
export interface ListEvents {
  rows: ConversationHead[];
  /** Conversations that match the filters and are newer than the page; never counted past NEW_COUNT_LIMIT. */
  new: { count: number };
  expired: Record<string, never>;
}

export const NEW_COUNT_LIMIT = 100;
