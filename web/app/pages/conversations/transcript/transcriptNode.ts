import type { CallView } from '../../../data/calls/callView.ts';
import type { ToolCallView } from '../../../data/calls/toolCallView.ts';
import type { Gap } from '../../../data/conversations/gaps.ts';
import type { RunView } from '../../../data/conversations/view.ts';
import type { LiveTextView, MessageView } from '../../../data/messages/messageView.ts';
import type { TaskDraft, TaskView } from '../../../data/tasks/taskView.ts';

/** A conversation in reading order, with an inner team's messages nested in their own frame. */
export type TranscriptNode =
  | MessageNode
  | { kind: 'task'; key: string; task: TaskView; draft: TaskDraft | null }
  | { kind: 'live'; key: string; live: LiveTextView }
  /** Requests of a team's manager that left no message: who speaks next, whether there is progress. */
  | { kind: 'manager'; key: string; manager: string; calls: readonly CallView[] }
  | InnerNode
  /** Messages that are not loaded, by their places (gaps.ts). */
  | ({ kind: 'gap'; key: string } & Gap)
  /** A later run begins here. */
  | { kind: 'run'; key: string; run: number; wokenBy: RunView['wokenBy'] }
  /** A run ended here, and another followed; `end` is null if nothing is known about it. */
  | { kind: 'run_end'; key: string; run: number; end: RunView | null };

export interface MessageNode {
  kind: 'message';
  key: string;
  message: MessageView;
  calls: readonly CallView[];
  toolCalls: readonly ToolCallNode[];
}

/** A tool call with the newest question that a person was asked about it. */
export interface ToolCallNode {
  call: ToolCallView;
  task: TaskView | null;
}

export interface InnerNode {
  kind: 'inner';
  key: string;
  scope: string;
  nodes: TranscriptNode[];
}
