import { useFormat } from '../../views/format/useFormat.ts';

/** A moment in a time zone. The server may write it with other spaces than the browser. */
export function ZonedTime({ at, timeZone }: { at: Date | string; timeZone: string }) {
  const format = useFormat();
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} className="tabular" suppressHydrationWarning>
      {format.inZone(moment.getTime(), timeZone)}
    </time>
  );
}
