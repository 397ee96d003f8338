import { useEffect, useState } from 'react';
import { useFormat } from '../format/useFormat.ts';

export type RelativeTimeProps = {
  /** The moment: a Date, or a Date after serialisation. */
  at: Date | string | number;
  className?: string;
};

/**
 * How long ago something was, kept up to date; on hover the full time in the reader's own time zone. The server's
 * words may be a moment old at hydration, so a difference between the two is not a hydration error.
 */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const format = useFormat();
  const atMs = new Date(at).getTime();
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={now === undefined ? format.utc(atMs) : format.dateTime(atMs)}
      className={className}
      suppressHydrationWarning
    >
      {format.relativeTime(atMs, now ?? Date.now())}
    </time>
  );
}
