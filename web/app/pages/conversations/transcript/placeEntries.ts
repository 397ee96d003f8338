import { ROOT_SCOPE } from '../../../../../workflows/domain/conversation/scope.ts';
import { waitsWithMessage } from '../../../../../workflows/domain/tasks/registry.ts';
import { managerRequests } from '../../../data/calls/managerRequests.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import { placeGaps } from '../../../data/conversations/gaps.ts';
import type { MessageView } from '../../../data/messages/messageView.ts';
import type { TaskDraft } from '../../../data/tasks/taskView.ts';
import { shownText } from '../../../views/text/shownText.ts';
import { viewOfTask } from '../../tasks/registry.ts';
import type { InnerNode, TranscriptNode } from './transcriptNode.ts';

/** An item with its place: entries by their place in the transcript; items without one come at the end. */
export interface Placed {
  scope: string;
  position: number;
  seq: number;
  order: number;
  item: Exclude<TranscriptNode, InnerNode | { kind: 'run' | 'run_end' }> | { kind: 'opens'; seq: number };
}

export const AT_THE_END = Number.POSITIVE_INFINITY;

/**
 * The entries of a transcript in reading order, not yet nested. Each task comes after the message that it is about, or
 * where its answer will be.
 */
export function placeEntries(state: ConversationPageState): Placed[] {
  const placed = [
    ...placedMessages(state),
    ...placedTasks(state),
    ...placedManagers(state),
    ...placedTexts(state),
    ...placedGaps(state),
  ];
  // Sorting is stable: tasks with the same place stay in the order in which they were opened.
  placed.sort((a, b) => byNumber(a.position, b.position) || a.seq - b.seq || a.order - b.order);
  return placed;
}

function placedMessages(state: ConversationPageState): Placed[] {
  const callsBySeq = groupedBy(state.calls, ({ seq }) => seq);
  const toolsByMessage = groupedBy(state.toolCalls, ({ messageId }) => messageId);
  const questions = new Map(
    state.tasks.flatMap((task) =>
      task.call?.toolCallId == null ? [] : [[task.call.toolCallId, task] as const],
    ),
  );
  return state.messages.flatMap((message): Placed[] => {
    const { id, seq, scope, position } = message;
    const place = { scope, position, seq };
    // An inner team's run begins with a copy of its task.
    if (message.body?.kind === 'task') return [{ ...place, order: 0, item: { kind: 'opens', seq } }];
    if (message.copied) return [];
    const calls = (callsBySeq.get(seq) ?? []).filter(({ agent }) => agent === message.source);
    const toolCalls = (toolsByMessage.get(id) ?? []).map((call) => ({
      call,
      task: questions.get(call.id) ?? null,
    }));
    return [{ ...place, order: 1, item: { kind: 'message', key: id, message, calls, toolCalls } }];
  });
}

function placedTasks(state: ConversationPageState): Placed[] {
  const messages = new Map(state.messages.map((message) => [message.seq, message]));
  return state.tasks.map((task) => {
    const message = messages.get(task.seq);
    const isAbout = viewOfTask(task).stands === 'behind_message';
    const draft = message !== undefined && waitsWithMessage(task.kind) ? draftOf(message) : null;
    const ended = task.state === 'open' ? AT_THE_END : task.revision;
    return {
      scope: task.scope,
      position: message?.position ?? ended,
      seq: task.seq,
      // A failed turn comes before the message of a later attempt.
      order: isAbout ? 2 : 0,
      item: { kind: 'task', key: task.id, task, draft },
    };
  });
}

function draftOf(message: MessageView): TaskDraft {
  const { wholeBytes, id } = shownText('message', message, 'content');
  return { messageId: id, text: message.content, wholeBytes };
}

function placedManagers(state: ConversationPageState): Placed[] {
  return managerRequests(state.calls, state.messages).map(({ scope, manager, calls, before }) => ({
    scope,
    position: before?.position ?? AT_THE_END,
    seq: before?.seq ?? calls[0]?.seq ?? 0,
    order: -1,
    item: { kind: 'manager', key: `manager-${calls[0]?.id ?? ''}`, manager, calls },
  }));
}

function placedTexts(state: ConversationPageState): Placed[] {
  const scopes = new Map([...state.calls, ...state.openCalls].map(({ seq, scope }) => [seq, scope]));
  return state.live.map((live) => ({
    scope: scopes.get(live.seq) ?? ROOT_SCOPE,
    position: AT_THE_END,
    seq: live.seq,
    order: 3,
    item: { kind: 'live', key: `live-${String(live.seq)}`, live },
  }));
}

function placedGaps({ messages, gaps }: ConversationPageState): Placed[] {
  if (gaps.length === 0) return [];
  return placeGaps(messages, gaps).gaps.map(({ from, to, after }) => ({
    scope: ROOT_SCOPE,
    position: after?.position ?? AT_THE_END,
    seq: after?.seq ?? -1,
    order: -2,
    item: { kind: 'gap', key: `gap-${String(from)}`, from, to },
  }));
}

/** Also if both are at the end: infinity minus infinity is not a number. */
function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
