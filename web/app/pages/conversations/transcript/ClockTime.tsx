import { useFormat } from '../../../views/format/useFormat.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';

/** A moment as a clock shows it, in the reader's own time zone once the browser has taken over. */
export function ClockTime({ at, className }: { at: string; className?: string }) {
  const hydrated = useHydrated();
  const format = useFormat();
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={hydrated ? format.dateTime(date.getTime()) : format.utc(date.getTime())}
      className={className}
    >
      {hydrated ? format.time(date.getTime()) : date.toISOString().slice(11, 16)}
    </time>
  );
}
