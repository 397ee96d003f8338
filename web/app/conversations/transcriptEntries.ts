import type { ConversationPageState } from './conversationState.ts';
import type { CallView, LiveTextView, MessageView, TaskView } from './view.ts';

export type TranscriptEntry =
  | { kind: 'message'; key: string; message: MessageView; calls: readonly CallView[] }
  | { kind: 'task'; key: string; task: TaskView; draft: string | null }
  | { kind: 'live'; key: string; live: LiveTextView };

const NO_CALLS: readonly CallView[] = [];

/** A conversation as it is read: each task after the message that it is about, or where its answer will stand. */
export function transcriptEntries(state: ConversationPageState): TranscriptEntry[] {
  const callsBySeq = new Map<number, CallView[]>();
  for (const call of state.calls) {
    const calls = callsBySeq.get(call.seq);
    if (calls === undefined) callsBySeq.set(call.seq, [call]);
    else calls.push(call);
  }
  const placed: { seq: number; order: number; entry: TranscriptEntry }[] = [];
  for (const message of state.messages) {
    const { id, seq } = message;
    placed.push({
      seq,
      order: 1,
      entry: { kind: 'message', key: id, message, calls: callsBySeq.get(seq) ?? NO_CALLS },
    });
  }
  for (const task of state.tasks) {
    const draft =
      task.kind === 'review_message' ? state.messages.find(({ seq }) => seq === task.seq) : undefined;
    // A failed turn comes before the message that a later attempt brought.
    const order = task.kind === 'review_message' ? 2 : 0;
    placed.push({
      seq: task.seq,
      order,
      entry: { kind: 'task', key: task.id, task, draft: draft?.content ?? null },
    });
  }
  for (const live of state.live) {
    placed.push({ seq: live.seq, order: 3, entry: { kind: 'live', key: `live-${String(live.seq)}`, live } });
  }
  // Sorting is stable: tasks of one place stay in the order in which they were opened.
  return placed.sort((a, b) => a.seq - b.seq || a.order - b.order).map(({ entry }) => entry);
}
