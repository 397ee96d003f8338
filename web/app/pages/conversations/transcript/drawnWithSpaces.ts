/** What is drawn of a list: items by their index, and in place of those between them, space. */
export type Drawn = { kind: 'item'; index: number } | { kind: 'space'; key: string; heightPx: number };

/**
 * The drawn items of a list with the spaces in place of those that are not, so that each stands where it would stand in
 * the whole.
 *
 * @param items in their order; `start` and `end` in pixels of the document
 * @param layout where the list begins in the document, what lies between two children, and the height of the whole
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
