import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';

export type WakingSchedulesProps = {
  schedules: readonly { id: string; name: string; isPaused: boolean; nextAt: Date | string | null }[];
};

/** The schedules that wake a standing conversation, each with its next time. */
export function WakingSchedules({ schedules }: WakingSchedulesProps) {
  const { t } = useTranslation('standing');
  return schedules.map(({ id, name, isPaused, nextAt }) => (
    <p key={id} className="mt-1.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
      <Trans
        t={t}
        i18nKey={`wakingSchedule.${isPaused ? 'paused' : nextAt === null ? 'none' : 'next'}`}
        values={{ name }}
        components={{
          a: (
            <Link
              to={`/schedules/${id}`}
              className="rounded text-brand-ink underline-offset-4 hover:underline"
            />
          ),
          time: nextAt === null ? <span /> : <RelativeTime at={nextAt} />,
        }}
      />
    </p>
  ));
}
