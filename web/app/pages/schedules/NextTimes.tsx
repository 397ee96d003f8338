import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../views/format/useFormat.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { ZonedTime } from './ZonedTime.tsx';

export type NextTime = { at: Date | string; clocksChangeBy: number | null };

/** Coming runs in the schedule's time zone and in the reader's own, with a mark where the clocks change. */
export function NextTimes({ times, timeZone }: { times: readonly NextTime[]; timeZone: string }) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const hydrated = useHydrated();
  const own = hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
  return (
    <ol aria-label={t('times.label')} className="space-y-1.5 text-sm">
      {times.map(({ at, clocksChangeBy }) => {
        const atMs = new Date(at).getTime();
        const time = format.inZone(atMs, own);
        return (
          <li key={atMs}>
            {clocksChangeBy === null ? null : (
              <p className="mb-1 flex items-center gap-1.5 text-[0.8125rem] text-amber-ink">
                <Clock aria-hidden className="size-3.5 shrink-0" />
                {t(clocksChangeBy > 0 ? 'times.forward' : 'times.back', {
                  span: format.duration(Math.abs(clocksChangeBy) * 60_000),
                })}
              </p>
            )}
            <span className="font-medium">
              <ZonedTime at={at} timeZone={timeZone} />
            </span>
            {time === format.inZone(atMs, timeZone) ? null : (
              <span className="tabular block text-[0.8125rem] text-ink-muted">
                {t('times.yours', { time })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
