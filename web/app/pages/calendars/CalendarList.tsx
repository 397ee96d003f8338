import { Link } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { secondsAWeek } from '../../../../workflows/domain/time/workingTime.ts';
import type { CalendarView } from '../../data/calendars/calendarView.ts';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';

/** The project's working calendars, each a link to its page. */
export function CalendarList({ calendars }: { calendars: readonly CalendarView[] }) {
  const { t } = useTranslation('calendars');
  if (calendars.length === 0) {
    return (
      <Card>
        <EmptyState icon={CalendarClock} title={t('empty.title')} description={t('empty.description')} />
      </Card>
    );
  }
  return (
    <Card>
      <h2 className="sr-only">{t('list.label')}</h2>
      <ul className="divide-y divide-line">
        {calendars.map((calendar) => (
          <li key={calendar.id} className="px-4 py-4 sm:px-5">
            <h3 className="font-medium wrap-anywhere">
              <Link to={`/settings/calendars/${calendar.id}`} className="underline-offset-4 hover:underline">
                {calendar.name}
              </Link>
            </h3>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-muted">
              <span>
                {t('list.hours', { hours: secondsAWeek(calendar) / 3_600, zone: calendar.timeZone })}
              </span>
              <span>{t('list.holidays', { count: calendar.holidays.length })}</span>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
