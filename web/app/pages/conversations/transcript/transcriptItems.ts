import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import { placeGaps } from '../../../data/conversations/gaps.ts';
import type { InnerNode, TranscriptNode } from './transcriptNode.ts';

/** An item of a long transcript's list: an entry, or the place of a message that is not loaded. */
export type TranscriptItem =
  | { kind: 'node'; key: string; node: Exclude<TranscriptNode, { kind: 'gap' }> }
  | { kind: 'placeholder'; key: string; place: number };

/**
 * The list of a long transcript. A message's key is its place, before and after it is loaded, so that the list
 * keeps the reader's position.
 */
export function transcriptItems(
  nodes: readonly TranscriptNode[],
  { messages, gaps }: Pick<ConversationPageState, 'messages' | 'gaps'>,
): TranscriptItem[] {
  const { places } = placeGaps(messages, gaps);
  return nodes.flatMap((node): TranscriptItem[] => {
    if (node.kind === 'gap') {
      return Array.from({ length: node.to - node.from }, (_, index) => ({
        kind: 'placeholder',
        key: placeKey(node.from + index),
        place: node.from + index,
      }));
    }
    const place = places.get(firstMessage(node)?.message.id ?? '');
    return [{ kind: 'node', key: place === undefined ? node.key : placeKey(place), node }];
  });
}

/** A message's index among the items; -1 if it is not loaded. */
export function itemOfMessage(items: readonly TranscriptItem[], seq: number): number {
  return items.findIndex((item) => item.kind === 'node' && holds(item.node, seq));
}

function holds(node: TranscriptNode, seq: number): boolean {
  if (node.kind === 'message') return node.message.seq === seq;
  return node.kind === 'inner' && node.nodes.some((inner) => holds(inner, seq));
}

function firstMessage(node: TranscriptNode): Extract<TranscriptNode, { kind: 'message' }> | null {
  if (node.kind === 'message') return node;
  if (node.kind !== 'inner') return null;
  return firstOf(node);
}

function firstOf({ nodes }: InnerNode): Extract<TranscriptNode, { kind: 'message' }> | null {
  for (const node of nodes) {
    const first = firstMessage(node);
    if (first !== null) return first;
  }
  return null;
}

function placeKey(place: number): string {
  return `place-${String(place)}`;
}
