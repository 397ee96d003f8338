import { Link } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListPage } from '../../data/lists/listPage.ts';
import type { ListedSchedule } from '../../data/schedules/readSchedule.server.ts';
import { AddLink } from '../../views/ui/AddLink.tsx';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { ListPaging } from '../../views/ui/ListPaging.tsx';
import { ListSearch } from '../../views/ui/ListSearch.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { lookOfRun } from './outcomeLooks.ts';
import { ScheduleStateBadge } from './ScheduleStateBadge.tsx';
import { useTimingWords } from './useTimingWords.ts';
import { ZonedTime } from './ZonedTime.tsx';

export type SchedulesPageProps = {
  list: ListPage<ListedSchedule>;
  /** The name of a schedule that was just deleted. */
  deleted: string | null;
};

/** The project's schedules. */
export function SchedulesPage({ list, deleted }: SchedulesPageProps) {
  const { t } = useTranslation(['schedules', 'common']);
  const { rows, search, page, pages } = list;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<AddLink to="/schedules/new">{t('add')}</AddLink>}
      />
      <div className="space-y-5">
        {deleted === null ? null : <Notice kind="success">{t('delete.done', { name: deleted })}</Notice>}
        {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
        {rows.length === 0 && search !== '' ? (
          <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
        ) : rows.length === 0 ? (
          <Card>
            <EmptyState icon={CalendarClock} title={t('list.empty')} description={t('list.emptyHint')} />
          </Card>
        ) : (
          <Card className="overflow-hidden">
            <ul aria-label={t('list.label')} className="divide-y divide-line">
              {rows.map((schedule) => (
                <li key={schedule.id} className="relative px-4 py-3.5 hover:bg-hover sm:px-5">
                  <ScheduleRow schedule={schedule} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <ListPaging search={search} page={page} pages={pages} />
      </div>
    </Page>
  );
}

function ScheduleRow({ schedule }: { schedule: ListedSchedule }) {
  const { t } = useTranslation('schedules');
  const words = useTimingWords();
  const { nextTimes, lastRun, timeZone, team, wakes } = schedule;
  const [next] = schedule.state === 'active' ? nextTimes : [];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          <Link
            to={`/schedules/${schedule.id}`}
            prefetch="intent"
            className="rounded after:absolute after:inset-0"
          >
            {schedule.name}
          </Link>
        </h2>
        <ScheduleStateBadge state={schedule.state} />
      </div>
      <p className="mt-0.5 text-sm wrap-anywhere">
        {words(schedule.spec)} <span className="text-ink-muted">{timeZone}</span>
      </p>
      <dl className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1 text-[0.8125rem] text-ink-muted">
        <div className="flex gap-1.5">
          <dt>{t(team === null ? 'list.wakes' : 'list.team')}</dt>
          <dd className="text-ink wrap-anywhere">{team?.name ?? wakes?.title ?? t('list.wakesDeleted')}</dd>
        </div>
        <div className="flex gap-1.5">
          <dt>{t('list.next')}</dt>
          <dd className="text-ink">
            {next === undefined ? t('list.none') : <ZonedTime at={next.at} timeZone={timeZone} />}
          </dd>
        </div>
        <div className="flex items-center gap-1.5">
          <dt>{t('list.last')}</dt>
          <dd className="flex items-center gap-1.5 text-ink">
            {lastRun === null ? (
              t('list.none')
            ) : (
              <>
                <RunBadge state={lastRun.state} />
                <RelativeTime at={lastRun.nominalAt} />
              </>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}

function RunBadge({ state }: { state: NonNullable<ListedSchedule['lastRun']>['state'] }) {
  const { t } = useTranslation('schedules');
  const { icon: Icon, tone } = lookOfRun(state);
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {t(`runStates.${state}`)}
    </Badge>
  );
}
