const SETTLES_MS = 700;
const READER_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps an element in sight until what is around it has been drawn, or the reader moves: a list that is drawn as it comes
 * into sight learns its heights only then, and the router puts a page to its top whose fragment it doesn't find.
 */
export function bringIntoSight(elementId: string): void {
  const until = performance.now() + SETTLES_MS;
  let moved = false;
  let focused = false;
  const stop = () => {
    moved = true;
  };
  for (const input of READER_MOVES) window.addEventListener(input, stop, { passive: true, once: true });
  const look = () => {
    const element = document.getElementById(elementId);
    if (!moved && element !== null) {
      const { top, bottom } = element.getBoundingClientRect();
      const isSeen = bottom > 0 && top < window.innerHeight / 2;
      if (!isSeen || !focused) element.scrollIntoView({ block: 'start', behavior: 'instant' });
      // Where reading goes on, for the keyboard and for a screen reader too.
      if (!focused) {
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
        focused = true;
      }
    }
    if (!moved && performance.now() < until) requestAnimationFrame(look);
    else for (const input of READER_MOVES) window.removeEventListener(input, stop);
  };
  requestAnimationFrame(look);
}
