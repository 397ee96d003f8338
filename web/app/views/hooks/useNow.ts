import { useEffect, useState } from 'react';

/** The time in milliseconds, kept up to date once the browser has taken over; before that, what the server said. */
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
