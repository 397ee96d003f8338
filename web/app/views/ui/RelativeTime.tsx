import { useEffect, useState } from 'react';
import { useFormat } from '../format/useFormat.ts';

export type RelativeTimeProps = {
  /** The moment: a Date, or what a Date became on its way. */
  at: Date | string | number;
  className?: string;
};

/**
 * How long ago, kept up to date; the full moment in the reader's own time zone on hover. The server's words may be a
 * moment old when the browser takes over, so their difference is no hydration error.
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
