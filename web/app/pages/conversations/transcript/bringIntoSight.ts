/** Once it has been in view for this long, its surroundings have been rendered and it stays there. */
const SETTLES_MS = 700;
/** After this long, give up and leave the reader alone. */
const GIVES_UP_MS = 15_000;
const READER_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls an element into view and keeps it there until its surroundings have been rendered or the reader scrolls.
 * This is needed because a virtual list learns its heights only while it is rendered, and because the router
 * scrolls to the top if it doesn't find the fragment.
 *
 * @param approach scrolls the list to where the element will be; called as long as it is not in the document
 * @returns stops it: two at once would pull the page back and forth
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
      // Reading continues here, also for the keyboard and screen readers.
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

/** In the upper half of the window, or as high as the page's end allows. */
function isInPlace(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const isAtEnd = window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 2;
  return bottom > 0 && top < (isAtEnd ? window.innerHeight : window.innerHeight / 2);
}
