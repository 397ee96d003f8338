import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { messageInAddress } from './messageInAddress.ts';

/** Distance from the end that still counts as being at the end. */
const NEAR_PX = 160;
/** Content at the end gets its final height within this time. */
const SETTLES_MS = 1_000;
const READER_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

export interface StickToEnd {
  /** Something has arrived that a reader who scrolled away has not seen. */
  behind: boolean;
  jump: () => void;
}

/**
 * Keeps the end of a growing page in view for a reader at the end, and leaves a reader who scrolled away alone.
 *
 * @param growth changes whenever the page has grown
 * @param startAtEnd whether the page opens at its end
 */
export function useStickToEnd(growth: unknown, startAtEnd: boolean): StickToEnd {
  const atEnd = useRef(startAtEnd);
  const opensAtEnd = useRef(startAtEnd);
  const before = useRef(growth);
  const jumpedAtMs = useRef(-SETTLES_MS);
  // The message that the reader is being taken to: the page does not stick to the end until it is in view.
  const goingTo = useRef<number | null>(null);
  const [behind, setBehind] = useState(false);

  const jump = useCallback(() => {
    atEnd.current = true;
    goingTo.current = null;
    jumpedAtMs.current = performance.now();
    setBehind(false);
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, []);

  useEffect(() => {
    const root = document.documentElement;
    let heightPx = root.scrollHeight;
    let beforePx = window.scrollY;
    const settling = () => performance.now() - jumpedAtMs.current < SETTLES_MS;
    const look = () => {
      const endPx = window.scrollY + window.innerHeight;
      // The end of a virtual list moves away while somebody scrolls to it.
      const goesDown = window.scrollY > beforePx;
      beforePx = window.scrollY;
      if (goesDown && endPx > heightPx - 2 && document.querySelector('[data-virtual]') !== null) {
        jumpedAtMs.current = performance.now();
      }
      heightPx = root.scrollHeight;
      if (goingTo.current !== null) {
        if (!isInWindow(`message-${String(goingTo.current)}`)) return;
        goingTo.current = null;
      }
      atEnd.current = settling() || heightPx - endPx < NEAR_PX;
      if (atEnd.current) setBehind(false);
    };
    const settle = new ResizeObserver(() => {
      const grown = root.scrollHeight !== heightPx;
      heightPx = root.scrollHeight;
      if (grown && atEnd.current && settling()) jump();
    });
    const leaveAlone = () => {
      goingTo.current = null;
      jumpedAtMs.current = -SETTLES_MS;
    };
    const followLink = () => {
      goingTo.current = messageInAddress(window.location.hash);
      if (goingTo.current === null) return;
      jumpedAtMs.current = -SETTLES_MS;
      atEnd.current = false;
    };
    followLink();
    // The browser would scroll to where the end, or the beginning, was when the key was pressed.
    const goToEdge = (event: KeyboardEvent) => {
      const isPlain = !event.shiftKey && !event.altKey && !event.metaKey && !event.defaultPrevented;
      if (!isPlain || isWritten(event.target) || document.querySelector('[data-virtual]') === null) return;
      if (event.key !== 'End' && event.key !== 'Home') return;
      event.preventDefault();
      if (event.key === 'End') jump();
      else window.scrollTo({ top: 0, behavior: 'instant' });
    };
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('hashchange', followLink);
    for (const input of READER_MOVES) window.addEventListener(input, leaveAlone, { passive: true });
    // Registered after the listener above: a key that goes to the end is not a departure.
    window.addEventListener('keydown', goToEdge);
    settle.observe(document.body);
    // In the next frame, because the router scrolls to the top first.
    const frame = requestAnimationFrame(() => {
      if (opensAtEnd.current && messageInAddress(window.location.hash) === null) jump();
    });
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('hashchange', followLink);
      window.removeEventListener('keydown', goToEdge);
      for (const input of READER_MOVES) window.removeEventListener(input, leaveAlone);
      cancelAnimationFrame(frame);
      settle.disconnect();
    };
  }, [jump]);

  useLayoutEffect(() => {
    if (before.current === growth) return;
    before.current = growth;
    if (atEnd.current) jump();
    else setBehind(true);
  }, [growth, jump]);

  return { behind, jump };
}

/** Whether the key is for an input rather than for the page. */
function isWritten(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isInWindow(elementId: string): boolean {
  const box = document.getElementById(elementId)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}
