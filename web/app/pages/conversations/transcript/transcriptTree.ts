import { outerScope, ROOT_SCOPE } from '../../../../../workflows/domain/conversation/scope.ts';
import { waitsWithMessage } from '../../../../../workflows/domain/tasks/registry.ts';
import { managerRequests } from '../../../data/calls/managerRequests.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import { type Gap, placeGaps } from '../../../data/conversations/gaps.ts';
import type {
  CallView,
  LiveTextView,
  MessageView,
  RunView,
  TaskDraft,
  TaskView,
  ToolCallView,
} from '../../../data/conversations/view.ts';
import { shownText } from '../../../views/text/shownText.ts';
import { viewOfTask } from '../../tasks/registry.ts';

/** A conversation as it is read: what stands one under the other, and what an inner team said within its own frame. */
export type TranscriptNode =
  | MessageNode
  | { kind: 'task'; key: string; task: TaskView; draft: TaskDraft | null }
  | { kind: 'live'; key: string; live: LiveTextView }
  /** Requests of a team's manager that left no message: who speaks next, whether it goes forward. */
  | { kind: 'manager'; key: string; manager: string; calls: readonly CallView[] }
  | InnerNode
  /** Messages that the page has not loaded, by their places (gaps.ts). */
  | ({ kind: 'gap'; key: string } & Gap)
  /** A further run begins here. */
  | { kind: 'run'; key: string; run: number }
  /** A run ended here, and another one followed; `end` is null where nothing is known of it. */
  | { kind: 'run_end'; key: string; run: number; end: RunView | null };

export interface MessageNode {
  kind: 'message';
  key: string;
  message: MessageView;
  calls: readonly CallView[];
  toolCalls: readonly ToolCallNode[];
}

/** A tool call with the newest question about it that a person was asked. */
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

/** Where an item stands: entries by their place in the transcript; what has none yet comes at the end. */
interface Placed {
  scope: string;
  position: number;
  seq: number;
  order: number;
  item: Exclude<TranscriptNode, InnerNode | { kind: 'run' | 'run_end' }> | { kind: 'opens'; seq: number };
}

const AT_THE_END = Number.POSITIVE_INFINITY;

/** The transcript of a page. Each task stands after the message that it is about, or where its answer will stand. */
export function transcriptTree(state: ConversationPageState): TranscriptNode[] {
  const placed = [
    ...placedMessages(state),
    ...placedTasks(state),
    ...placedManagers(state),
    ...placedTexts(state),
    ...placedGaps(state),
  ];
  // Sorting is stable: tasks of one place stay in the order in which they were opened.
  placed.sort((a, b) => byNumber(a.position, b.position) || a.seq - b.seq || a.order - b.order);
  return nested(placed, state);
}

function nested(placed: readonly Placed[], { conversation, runs }: ConversationPageState): TranscriptNode[] {
  const root: TranscriptNode[] = [];
  const open = new Map<string, TranscriptNode[]>([[ROOT_SCOPE, root]]);
  /** Tells apart what is open on both sides of what is not loaded. */
  let part = '';
  const openInner = (scope: string, key: string): TranscriptNode[] => {
    const outer = open.get(outerScope(scope)) ?? openInner(outerScope(scope), `${outerScope(scope)}#${part}`);
    const inner: InnerNode = { kind: 'inner', key, scope, nodes: [] };
    outer.push(inner);
    open.set(scope, inner.nodes);
    return inner.nodes;
  };
  let run: number | null = null;
  /** Closes the runs before this one, of which something is shown, and opens it. */
  const goTo = (next: number) => {
    for (; run !== null && run < next; run += 1) {
      const ended = run;
      root.push({
        kind: 'run_end',
        key: `run-${String(ended)}-end`,
        run: ended,
        end: runs.find((each) => each.run === ended) ?? null,
      });
      root.push({ kind: 'run', key: `run-${String(ended + 1)}`, run: ended + 1 });
    }
    if (run === null && next > 0) root.push({ kind: 'run', key: `run-${String(next)}`, run: next });
    run = Math.max(run ?? next, next);
  };
  for (const { scope, position, item } of placed) {
    if (position === AT_THE_END) goTo(conversation.run);
    else if (item.kind === 'message' && item.message.run > (run ?? -1)) goTo(item.message.run);
    if (item.kind === 'opens') {
      openInner(scope, `${scope}#${String(item.seq)}`);
      continue;
    }
    if (item.kind === 'gap') {
      open.clear();
      open.set(ROOT_SCOPE, root);
      part = `after-${String(item.to)}`;
    }
    (open.get(scope) ?? openInner(scope, `${scope}#${part}`)).push(item);
  }
  // A run without a task has begun, and nothing has been said in it yet.
  goTo(conversation.run);
  return root;
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
    // An inner team's run begins with a copy of what it was given.
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
      // A failed turn comes before the message that a later attempt brought.
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

/** Also where both are at the end, which is as far from itself as infinity is. */
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
