import { useEffect, useState } from 'react';

/** The time in milliseconds, updated once the page is hydrated; until then it is the server's time. */
export function useNow(initialMs: number, everyMs: number, wanted = true): number {
  const [now, setNow] = useState(initialMs);
  useEffect(() => {
    if (!wanted) return;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs, wanted]);
  return now;
}
