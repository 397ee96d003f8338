import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far from the end still counts as being at it. */
const NEAR_PX = 160;

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
  const [behind, setBehind] = useState(false);

  const jump = useCallback(() => {
    atEnd.current = true;
    setBehind(false);
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, []);

  useEffect(() => {
    const look = () => {
      const { scrollHeight } = document.documentElement;
      atEnd.current = scrollHeight - window.scrollY - window.innerHeight < NEAR_PX;
      if (atEnd.current) setBehind(false);
    };
    window.addEventListener('scroll', look, { passive: true });
    // In the next frame: the router puts the page to its top first.
    const frame = requestAnimationFrame(() => {
      if (opensAtEnd.current) jump();
    });
    return () => {
      window.removeEventListener('scroll', look);
      cancelAnimationFrame(frame);
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
