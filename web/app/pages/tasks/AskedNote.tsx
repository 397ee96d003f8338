import { BellRing, CalendarClock, Users } from 'lucide-react';
import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { localTimeInWords } from '../../../../workflows/domain/schedules/localDay.ts';
import type { Asked } from '../../../../workflows/domain/tasks/asking.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';

/** Whom a task asks, when they are reminded, and when others are asked as well. */
export function AskedNote({ asked, deadlineAt }: { asked: Asked; deadlineAt: string | null }) {
  const { t } = useTranslation('tasks');
  const { assignees, reminders, escalation, calendar } = asked;
  return (
    <ul className="mt-1 space-y-1 text-[0.8125rem] leading-snug text-ink-muted">
      {assignees.length === 0 ? null : (
        <li className="flex items-start gap-1.5">
          <Users aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="wrap-anywhere">{t('asked.people', { people: assignees.join(', ') })}</span>
        </li>
      )}
      {reminders.length === 0 ? null : (
        <li className="flex items-start gap-1.5">
          <BellRing aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {t('asked.reminders')}{' '}
            {reminders.map((at, index) => (
              <Fragment key={index}>
                {index === 0 ? null : ', '}
                <RelativeTime at={at} />
              </Fragment>
            ))}
          </span>
        </li>
      )}
      {escalation === null ? null : (
        <li className="flex items-start gap-1.5">
          <BellRing aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="wrap-anywhere">
            <Trans
              t={t}
              i18nKey="asked.escalation"
              values={{ people: escalation.to.join(', ') }}
              components={{ time: <RelativeTime at={escalation.at} /> }}
            />
          </span>
        </li>
      )}
      {calendar === null || deadlineAt === null ? null : (
        <li className="flex items-start gap-1.5">
          <CalendarClock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="wrap-anywhere">
            {calendar.timeZone === null
              ? t('asked.calendarMissing', { calendar: calendar.name })
              : t('asked.calendar', {
                  calendar: calendar.name,
                  zone: calendar.timeZone,
                  time: localTimeInWords(new Date(deadlineAt), calendar.timeZone),
                })}
          </span>
        </li>
      )}
    </ul>
  );
}
