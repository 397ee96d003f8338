import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { messageInAddress } from './messageInAddress.ts';

/** How far from the end still counts as being at it. */
const NEAR_PX = 160;
/** What is drawn there gets its height only then. */
const SETTLES_MS = 1_000;

export interface StickToEnd {
  /** Something has come that the reader, who has scrolled away, has not seen. */
  behind: boolean;
  jump: () => void;
}

/**
 * Keeps the end of a growing page in sight for a reader who is at its end, and leaves alone one who has scrolled away.
 *
 * @param growth changes whenever the page has grown
 * @param startAtEnd whether the page opens at its end
 */
export function useStickToEnd(growth: unknown, startAtEnd: boolean): StickToEnd {
  const atEnd = useRef(startAtEnd);
  const opensAtEnd = useRef(startAtEnd);
  const before = useRef(growth);
  const jumpedAtMs = useRef(0);
  const [behind, setBehind] = useState(false);

  const jump = useCallback(() => {
    atEnd.current = true;
    jumpedAtMs.current = performance.now();
    setBehind(false);
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, []);

  useEffect(() => {
    const look = () => {
      const { scrollHeight } = document.documentElement;
      const toEndPx = scrollHeight - window.scrollY - window.innerHeight;
      atEnd.current = toEndPx < NEAR_PX;
      // Who has gone to the very end of a list that is drawn as it comes into sight stays there while it is.
      if (toEndPx < 2 && document.querySelector('[data-virtual]') !== null)
        jumpedAtMs.current = performance.now();
      if (atEnd.current) setBehind(false);
    };
    window.addEventListener('scroll', look, { passive: true });
    // In the next frame: the router puts the page to its top first.
    const frame = requestAnimationFrame(() => {
      if (opensAtEnd.current && messageInAddress(window.location.hash) === null) jump();
    });
    const settle = new ResizeObserver(() => {
      if (!atEnd.current || performance.now() - jumpedAtMs.current > SETTLES_MS) return;
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    });
    settle.observe(document.body);
    return () => {
      window.removeEventListener('scroll', look);
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
