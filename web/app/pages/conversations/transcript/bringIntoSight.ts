/** In sight for so long, it stays there: what is around it has been drawn. */
const SETTLES_MS = 700;
/** What has not come by then does not come: the reader is left alone. */
const GIVES_UP_MS = 15_000;
const READER_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Brings an element into sight and keeps it there until what is around it has been drawn, or the reader moves: a list that
 * is drawn as it comes into sight learns its heights only then, and the router puts a page to its top whose fragment it
 * doesn't find.
 *
 * @param approach brings the list to where the element will be drawn; called as long as it is not in the document
 * @returns ends it: two that bring something into sight at once would pull the page back and forth
 */
export function bringIntoSight(elementId: string, approach: () => void): () => void {
  const startedAtMs = performance.now();
  let seenSinceMs: number | null = null;
  let isOver = false;
  let focused = false;
  const end = () => {
    isOver = true;
    for (const input of READER_MOVES) window.removeEventListener(input, end);
  };
  for (const input of READER_MOVES) window.addEventListener(input, end, { passive: true });
  const look = () => {
    if (isOver) return;
    const nowMs = performance.now();
    const element = document.getElementById(elementId);
    if (element === null) {
      seenSinceMs = null;
      approach();
    } else {
      const isSeen = isInPlace(element);
      if (!isSeen) seenSinceMs = null;
      else seenSinceMs ??= nowMs;
      if (!isSeen || !focused) element.scrollIntoView({ block: 'start', behavior: 'instant' });
      // Where reading goes on, for the keyboard and for a screen reader too.
      if (!focused) {
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
        focused = true;
      }
    }
    const hasSettled = seenSinceMs !== null && nowMs - seenSinceMs >= SETTLES_MS;
    if (hasSettled || nowMs - startedAtMs > GIVES_UP_MS) end();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return end;
}

/** In the upper half of the window, or as far up as the page's end lets it. */
function isInPlace(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const isAtEnd = window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 2;
  return bottom > 0 && top < (isAtEnd ? window.innerHeight : window.innerHeight / 2);
}
