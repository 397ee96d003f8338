/** The rendered part of a list: items by index, and spaces in place of the others. */
export type Drawn = { kind: 'item'; index: number } | { kind: 'space'; key: string; heightPx: number };

/**
 * The rendered items of a list with spaces in place of the others, so that each item is at its place in the whole
 * list.
 *
 * @param items in order; `start` and `end` in pixels of the document
 * @param layout where the list begins in the document, the gap between two children, and the total height
 */
export function drawnWithSpaces(
  items: readonly { index: number; start: number; end: number }[],
  { marginPx, gapPx, totalPx }: { marginPx: number; gapPx: number; totalPx: number },
): { drawn: Drawn[]; topPx: number; bottomPx: number } {
  const drawn: Drawn[] = [];
  let before: { index: number; end: number } | null = null;
  for (const { index, start, end } of items) {
    if (before !== null && index > before.index + 1) {
      const heightPx = Math.max(0, start - before.end - 2 * gapPx);
      drawn.push({ kind: 'space', key: `space-${String(index)}`, heightPx });
    }
    drawn.push({ kind: 'item', index });
    before = { index, end };
  }
  return {
    drawn,
    topPx: Math.max(0, (items[0]?.start ?? marginPx) - marginPx),
    bottomPx: Math.max(0, totalPx - ((before?.end ?? marginPx) - marginPx)),
  };
}
