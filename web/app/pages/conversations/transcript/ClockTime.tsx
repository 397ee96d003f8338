import { formatUtc } from '../../../views/format/relativeTime.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';

/** A moment as a clock shows it, in the reader's own time zone once the browser has taken over. */
export function ClockTime({ at, className }: { at: string; className?: string }) {
  const hydrated = useHydrated();
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={hydrated ? date.toLocaleString() : formatUtc(date.getTime())}
      className={className}
    >
      {hydrated
        ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
        : date.toISOString().slice(11, 16)}
    </time>
  );
}
