import { Form, Link, useNavigation } from '@remix-run/react';
import { Pencil, Play, RotateCcw, Zap } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Carried } from '../../data/schedules/readCarried.server.ts';
import type { ScheduleView } from '../../data/schedules/scheduleView.ts';
import { useRevalidateEvery } from '../../views/hooks/useRevalidateEvery.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Fold } from '../../views/ui/Fold.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { type BackfillAnswer, BackfillCard } from './BackfillCard.tsx';
import { CarriedCard } from './CarriedCard.tsx';
import { DateList, DateStrip } from './DateStrip.tsx';
import { NextTimes } from './NextTimes.tsx';
import type { ShownDate } from './outcomeLooks.ts';
import { ScheduleFacts } from './ScheduleFacts.tsx';
import { ScheduleStateBadge } from './ScheduleStateBadge.tsx';

export type SchedulePageProps = {
  schedule: ScheduleView & { taskText: string };
  dates: readonly ShownDate[];
  /** The address of earlier dates; null: there are none. */
  earlier: string | null;
  /** Earlier dates are shown, not the newest. */
  isEarlier: boolean;
  carried: Carried | null;
  idempotencyKey: string;
  backfill: BackfillAnswer | null;
  done: 'carried' | 'backfill' | null;
};

const EVERY_MS = 3_000;

/** A schedule: how it stands, its next runs, what became of its dates, and what a person can do to it. */
export function SchedulePage(props: SchedulePageProps) {
  const { schedule, dates, earlier, isEarlier, carried, idempotencyKey, backfill, done } = props;
  const { t } = useTranslation('schedules');
  const { timeZone } = schedule;
  useRevalidateEvery(EVERY_MS, schedule.unappliedSince !== null || dates.some(isUnderWay));
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/schedules' }]}
        title={schedule.name}
        badges={<ScheduleStateBadge state={schedule.state} />}
        actions={<Actions schedule={schedule} idempotencyKey={idempotencyKey} />}
      />
      <div className="space-y-6">
        <Notices schedule={schedule} />
        {done === 'carried' ? <Notice kind="success">{t('one.carriedSaved')}</Notice> : null}
        {done === 'backfill' ? <Notice kind="success">{t('backfill.done')}</Notice> : null}
        <div className="grid gap-6 lg:grid-cols-2">
          <ScheduleFacts schedule={schedule} />
          <Card>
            <CardHeader title={t('times.label')} description={t('times.server', { zone: timeZone })} />
            <CardBody className="space-y-3">
              {schedule.state === 'paused' ? (
                <p className="text-sm text-ink-muted">{t('times.paused')}</p>
              ) : null}
              {schedule.nextTimes.length > 0 ? (
                <NextTimes times={schedule.nextTimes} timeZone={timeZone} />
              ) : (
                <p className="text-sm text-ink-muted">
                  {schedule.seenAt === null ? t('times.notYet') : t('times.none')}
                </p>
              )}
            </CardBody>
          </Card>
        </div>
        <section className="space-y-3" aria-labelledby="dates">
          <div>
            <h2 id="dates" className="text-lg font-semibold">
              {t('one.dates')}
            </h2>
            <p className="text-sm text-ink-muted">
              {dates.length === 0 ? t('one.datesNone') : t('one.datesHint')}
            </p>
          </div>
          {dates.length === 0 ? null : (
            <>
              <DateStrip dates={dates} timeZone={timeZone} />
              <DateList dates={dates} timeZone={timeZone} />
            </>
          )}
          <div className="flex gap-2">
            {earlier === null ? null : (
              <Button asChild size="sm">
                <Link to={earlier}>{t('one.earlier')}</Link>
              </Button>
            )}
            {isEarlier ? (
              <Button asChild size="sm">
                <Link to="?">{t('one.newest')}</Link>
              </Button>
            ) : null}
          </div>
        </section>
        {schedule.carryOver === 'none' ? null : <CarriedCard carried={carried} timeZone={timeZone} />}
        <BackfillCard
          key={idempotencyKey}
          idempotencyKey={idempotencyKey}
          answer={backfill}
          timeZone={timeZone}
          isWaking={schedule.team === null}
        />
        <Card>
          <CardHeader title={t('delete.title')} />
          <CardBody>
            <Fold label={t('delete.open')}>
              <p className="mb-3 max-w-2xl text-ink-muted">{t('delete.loses')}</p>
              <Form method="post">
                <Button type="submit" variant="danger" name="intent" value="delete">
                  {t('delete.submit')}
                </Button>
              </Form>
            </Fold>
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}

function Actions({
  schedule: { id, state, team },
  idempotencyKey,
}: {
  schedule: ScheduleView;
  idempotencyKey: string;
}) {
  const { t } = useTranslation('schedules');
  const pending = useNavigation().formData?.get('intent');
  return (
    <>
      <Button asChild>
        <Link to={`/schedules/${id}/edit`}>
          <Pencil aria-hidden />
          {t('one.edit')}
        </Link>
      </Button>
      {state === 'deleted_outside' ? (
        <Form method="post" preventScrollReset>
          <Button type="submit" name="intent" value="restore" pending={pending === 'restore'}>
            <RotateCcw aria-hidden />
            {t('one.restore')}
          </Button>
        </Form>
      ) : (
        <Form
          method="post"
          preventScrollReset
          title={t(team === null ? 'one.triggerHintWaking' : 'one.triggerHint')}
        >
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Button
            type="submit"
            variant="primary"
            name="intent"
            value="trigger"
            pending={pending === 'trigger'}
          >
            <Zap aria-hidden />
            {t('one.trigger')}
          </Button>
        </Form>
      )}
    </>
  );
}

function Notices({ schedule }: { schedule: ScheduleView }) {
  const { t } = useTranslation('schedules');
  const { state, outsideChange, applyProblem, unappliedSince, pausedAt, pauseNote, team, wakes } = schedule;
  return (
    <>
      {team === null && wakes === null ? <Notice kind="warning">{t('one.wakesDeleted')}</Notice> : null}
      {wakes?.standing === false ? (
        <Notice kind="warning">
          <span className="wrap-anywhere">{t('one.wakesNotStanding', { title: wakes.title })}</span>
        </Notice>
      ) : null}
      {applyProblem === '' ? null : (
        <Notice kind="error" title={t('one.problem')}>
          <span lang="en" className="wrap-anywhere">
            {applyProblem}
          </span>
        </Notice>
      )}
      {outsideChange === 'edited' ? <Notice kind="warning">{t('one.editedOutside')}</Notice> : null}
      {outsideChange === 'deleted' ? <Notice kind="warning">{t('one.deletedOutside')}</Notice> : null}
      {unappliedSince !== null && applyProblem === '' ? <Notice>{t('one.unapplied')}</Notice> : null}
      {state === 'paused' && pausedAt !== null ? (
        <Notice
          kind="warning"
          title={
            <Trans t={t} i18nKey="one.pausedSince" components={{ time: <RelativeTime at={pausedAt} /> }} />
          }
          actions={
            <Form method="post" preventScrollReset>
              <Button type="submit" size="sm" name="intent" value="resume">
                <Play aria-hidden />
                {t('one.resume')}
              </Button>
            </Form>
          }
        >
          {pauseNote === '' ? null : <span className="wrap-anywhere">{pauseNote}</span>}
        </Notice>
      ) : null}
    </>
  );
}

/** Something about it is about to change. */
function isUnderWay({ outcome }: ShownDate): boolean {
  if (outcome.kind === 'run') return outcome.run.state === 'requested' || outcome.run.state === 'running';
  return outcome.kind === 'due' || outcome.kind === 'waiting';
}
