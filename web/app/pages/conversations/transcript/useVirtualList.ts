import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { bringIntoSight } from './bringIntoSight.ts';
import { type Drawn, drawnWithSpaces } from './drawnWithSpaces.ts';
import type { TranscriptItem } from './transcriptItems.ts';

export interface VirtualListOptions {
  isVirtual: boolean;
  items: readonly TranscriptItem[];
  /** Called with the places in view, and some around them, that are not loaded. */
  onPlaces: (places: readonly number[]) => void;
}

export interface VirtualList {
  /** For the list's element, whose children are the rendered items in this order. */
  ref: RefObject<HTMLOListElement>;
  style: CSSProperties | undefined;
  drawn: Drawn[];
  scrollTo: (index: number, elementId: string) => void;
}

/** The height of unmeasured items. Placeholders have the same height. */
const ESTIMATED_PX = 96;
const GAP_PX = 6;
/** Items rendered on either side of the visible part. */
const OVERSCAN = 8;
/** Places fetched on either side of the rendered part. */
const FETCHED_AROUND = 40;
/** Room for floating elements above, like scroll-mt-28. */
const SCROLL_PADDING_PX = 112;

/**
 * Renders only the visible part of a list. It also keeps these in the document: open tasks, whose forms may be
 * half filled in, text in progress, and the items with the focus or the start of a selection.
 */
export function useVirtualList({ isVirtual, items, onPlaces }: VirtualListOptions): VirtualList {
  const ref = useRef<HTMLOListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const kept = items.flatMap((item, index) => (staysDrawn(item) ? [index] : []));
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    enabled: isVirtual,
    count: items.length,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: (index) => items[index]?.key ?? index,
    gap: GAP_PX,
    overscan: OVERSCAN,
    scrollMargin,
    scrollPaddingStart: SCROLL_PADDING_PX,
    // Keeps the visible part in place when items above it appear or change their height.
    anchorTo: 'end',
    rangeExtractor: (range: Range) => {
      const around = whereReaderIs(ref.current).filter((index) => index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...kept, ...around])].sort((a, b) => a - b);
    },
  });
  const virtualItems = isVirtual ? virtualizer.getVirtualItems() : [];
  const layout = drawnWithSpaces(virtualItems, {
    marginPx: scrollMargin,
    gapPx: GAP_PX,
    totalPx: isVirtual ? virtualizer.getTotalSize() : 0,
  });

  // After each draw: what is drawn is measured, and told to who does not see that the rest of the list is not there. What it
  // sets settles after one round: the margin is where the list stands, whatever is drawn in it.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const list = ref.current;
    if (list === null) return;
    if (!isVirtual) {
      for (const child of list.children) unmark(child);
      return;
    }
    const marginPx = Math.round(list.getBoundingClientRect().top + window.scrollY);
    if (Math.abs(marginPx - scrollMargin) > 1) setScrollMargin(marginPx);
    layout.drawn.forEach((each, position) => {
      const child = list.children[position];
      if (!(child instanceof HTMLElement) || each.kind === 'space') return;
      mark(child, each.index, items.length);
      virtualizer.measureElement(child);
    });
  });

  useLayoutEffect(() => {
    const first = virtualizer.range?.startIndex;
    const last = virtualizer.range?.endIndex;
    if (!isVirtual || first === undefined || last === undefined) return;
    const places = (from: number, to: number) =>
      items.slice(Math.max(0, from), to).flatMap((item) => (item.kind === 'placeholder' ? [item.place] : []));
    // Visible places first.
    onPlaces([
      ...places(first, last + 1),
      ...places(first - FETCHED_AROUND, first),
      ...places(last + 1, last + 1 + FETCHED_AROUND),
    ]);
  });

  const endPull = useRef<() => void>();
  useEffect(() => () => endPull.current?.(), []);
  const scrollTo = useCallback(
    (index: number, elementId: string) => {
      endPull.current?.();
      const approach = () => virtualizer.scrollToIndex(index, { align: 'start' });
      approach();
      endPull.current = bringIntoSight(elementId, approach);
    },
    [virtualizer],
  );

  const style = isVirtual ? { paddingTop: layout.topPx, paddingBottom: layout.bottomPx } : undefined;
  return { ref, style, drawn: layout.drawn, scrollTo };
}

function staysDrawn(item: TranscriptItem): boolean {
  if (item.kind === 'placeholder') return false;
  const { node } = item;
  return node.kind === 'live' || (node.kind === 'task' && node.task.state === 'open');
}

/** The items that contain the focus or the start of a selection. */
function whereReaderIs(list: HTMLElement | null): number[] {
  if (list === null) return [];
  return [document.activeElement, document.getSelection()?.anchorNode ?? null].flatMap((node) => {
    if (node === null || node === list || !list.contains(node)) return [];
    let child: Node | null = node;
    while (child !== null && child.parentNode !== list) child = child.parentNode;
    const index = child instanceof HTMLElement ? Number(child.dataset['index']) : Number.NaN;
    return Number.isInteger(index) ? [index] : [];
  });
}

function mark(element: HTMLElement, index: number, count: number): void {
  element.dataset['index'] = String(index);
  element.ariaPosInSet = String(index + 1);
  element.ariaSetSize = String(count);
}

function unmark(element: Element): void {
  for (const name of ['data-index', 'aria-posinset', 'aria-setsize']) element.removeAttribute(name);
}
