import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConversationPageState, TranscriptPart } from '../../../data/conversations/conversationState.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { DRAWN_WHOLE_ENTRIES } from '../show.ts';
import { Placeholder } from './entries/NotLoaded.tsx';
import { itemOfMessage, transcriptItems } from './transcriptItems.ts';
import { isLastOf, TranscriptNodeItem, type TranscriptNodesProps } from './TranscriptNodes.tsx';
import { transcriptTree } from './transcriptTree.ts';
import { useMessageInAddress } from './useMessageInAddress.ts';
import { useTranscriptParts } from './useTranscriptParts.ts';
import { useVirtualList } from './useVirtualList.ts';

export type TranscriptProps = Omit<TranscriptNodesProps, 'nodes'> & {
  state: ConversationPageState;
  onPart: (part: TranscriptPart) => void;
};

/**
 * Everything that was said and decided, and text in progress, in order. Of a long transcript only the visible part
 * is in the document, and missing messages are fetched as they come into view. Without scripts, and in print, the
 * document contains everything that is loaded.
 */
export function Transcript({ state, onPart, ...props }: TranscriptProps) {
  const { t } = useTranslation('transcript');
  const nodes = useMemo(() => transcriptTree(state), [state]);
  const items = useMemo(() => transcriptItems(nodes, state), [nodes, state]);
  const [hydrated, printing] = [useHydrated(), usePrinting()];
  const isLong = items.length > DRAWN_WHOLE_ENTRIES || state.gaps.length > 0;
  const isVirtual = hydrated && isLong && !printing;
  const parts = useTranscriptParts(props.conversationId, state.gaps, onPart);
  const list = useVirtualList({
    isVirtual,
    items,
    onPlaces: parts.want,
  });
  useMessageInAddress({
    isVirtual,
    indexOf: (seq) => itemOfMessage(items, seq),
    scrollTo: list.scrollTo,
    fetch: parts.wantMessage,
    loaded: items,
  });

  const item = (node: (typeof nodes)[number], isNewest: boolean) => (
    <TranscriptNodeItem key={node.key} {...props} node={node} isNewest={isNewest} />
  );
  return (
    <ol
      aria-label={t('label')}
      ref={list.ref}
      style={list.style}
      data-virtual={isVirtual || undefined}
      className="flex flex-col gap-1.5 data-virtual:[overflow-anchor:none] data-virtual:[&>li]:[content-visibility:visible]"
    >
      {isVirtual
        ? list.drawn.map((each) => {
            if (each.kind === 'space') {
              return <li key={each.key} role="presentation" data-space style={{ height: each.heightPx }} />;
            }
            const drawn = items[each.index];
            if (drawn === undefined) return null;
            if (drawn.kind === 'placeholder') return <Placeholder key={drawn.key} place={drawn.place} />;
            const { node } = drawn;
            return item(node, node.kind === 'inner' && isLastOf(nodes, nodes.indexOf(node)));
          })
        : nodes.map((node, index) => item(node, node.kind === 'inner' && isLastOf(nodes, index)))}
    </ol>
  );
}

/** Whether the page is being printed: it is then rendered completely before the browser lays it out. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
