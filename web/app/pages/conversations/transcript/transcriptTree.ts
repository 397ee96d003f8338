import { outerScope, ROOT_SCOPE } from '../../../../../workflows/domain/conversation/scope.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import { AT_THE_END, type Placed, placeEntries } from './placeEntries.ts';
import type { InnerNode, TranscriptNode } from './transcriptNode.ts';

/** The transcript of a page: its entries in reading order, in the frames of inner teams and with the ends of runs. */
export function transcriptTree(state: ConversationPageState): TranscriptNode[] {
  return nested(placeEntries(state), state);
}

function nested(placed: readonly Placed[], { conversation, runs }: ConversationPageState): TranscriptNode[] {
  const root: TranscriptNode[] = [];
  const open = new Map<string, TranscriptNode[]>([[ROOT_SCOPE, root]]);
  /** Distinguishes inner runs that are open on both sides of a gap. */
  let part = '';
  const openInner = (scope: string, key: string): TranscriptNode[] => {
    const outer = open.get(outerScope(scope)) ?? openInner(outerScope(scope), `${outerScope(scope)}#${part}`);
    const inner: InnerNode = { kind: 'inner', key, scope, nodes: [] };
    outer.push(inner);
    open.set(scope, inner.nodes);
    return inner.nodes;
  };
  let run: number | null = null;
  const heading = (begun: number): TranscriptNode => ({
    kind: 'run',
    key: `run-${String(begun)}`,
    run: begun,
    wokenBy: runs.find((each) => each.run === begun)?.wokenBy ?? [],
  });
  /** Closes earlier runs that have visible entries, and opens this one. */
  const goTo = (next: number) => {
    for (; run !== null && run < next; run += 1) {
      const ended = run;
      root.push({
        kind: 'run_end',
        key: `run-${String(ended)}-end`,
        run: ended,
        end: runs.find((each) => each.run === ended) ?? null,
      });
      root.push(heading(ended + 1));
    }
    if (run === null && next > 0) root.push(heading(next));
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
  // A run without a task has begun, and has no messages yet.
  goTo(conversation.run);
  return root;
}
