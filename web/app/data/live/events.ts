import type { CallView, OpenCallView } from '../calls/callView.ts';
import type { ToolCallView } from '../calls/toolCallView.ts';
import type { ControlView } from '../conversations/control.ts';
import type { ConversationHead, RunView } from '../conversations/view.ts';
import type { LiveTextView, MessageView } from '../messages/messageView.ts';
import type { PendingWork } from '../runs/pendingWorkView.ts';
import type { TaskView } from '../tasks/taskView.ts';

/**
 * Rows that have changed since the previous revision; `conversation.revision` is the revision that they lead to.
 */
export interface ChangeEvent {
  conversation: ConversationHead;
  /** In order. */
  runs: readonly RunView[];
  messages: readonly MessageView[];
  tasks: readonly TaskView[];
  calls: readonly CallView[];
  toolCalls: readonly ToolCallView[];
  /** The team's state; null if it is not known (yet). */
  control: ControlView | null;
}

/** A piece of the text that is being written: it replaces everything from `offset` on. */
export interface LiveTextEvent extends LiveTextView {
  offset: number;
}

/** The events of a conversation's stream, by name. */
export interface ConversationEvents {
  change: ChangeEvent;
  live: LiveTextEvent;
  /** The text is no longer being written: its message is in the transcript, or will never be. */
  live_end: { seq: number };
  /** All requests that models are answering now. */
  asking: readonly OpenCallView[];
  pending: PendingWork;
  /** The session has ended: sign in again before reconnecting. */
  expired: Record<string, never>;
}

/** The events of the run history's stream. */
export interface ListEvents {
  rows: ConversationHead[];
  /** The number of conversations that match the filters and are newer than the page, up to NEW_COUNT_LIMIT. */
  new: { count: number };
  expired: Record<string, never>;
}

export const NEW_COUNT_LIMIT = 100;
