import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PAUSE_NOTE_MAX_CHARACTERS } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import type { ScheduleView } from '../../data/schedules/scheduleView.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Fold } from '../../views/ui/Fold.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { useOverlapWords } from './useOverlapWords.ts';
import { useTimingWords } from './useTimingWords.ts';

const LINK = 'rounded text-brand-ink underline-offset-4 hover:underline';

/** What a schedule is, its task, and a way to pause it. */
export function ScheduleFacts({ schedule }: { schedule: ScheduleView & { taskText: string } }) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const words = useTimingWords();
  const overlapWords = useOverlapWords(schedule.team === null);
  const { team, wakes, timeZone, maxRuns, runsADay, costADayMicroUsd, counters } = schedule;
  const limits = [
    maxRuns === null ? null : t('one.fact.maxRuns', { count: maxRuns }),
    runsADay === null ? null : t('one.fact.runsADay', { count: runsADay }),
    costADayMicroUsd === null ? null : t('one.fact.costADay', { money: format.money(costADayMicroUsd) }),
  ].filter((limit) => limit !== null);
  return (
    <Card>
      <CardHeader title={t('one.facts')} />
      <CardBody className="space-y-4">
        <dl className="space-y-2.5 text-sm">
          <Fact label={t('one.fact.when')}>
            {words(schedule.spec)} <span className="text-ink-muted">{timeZone}</span>
          </Fact>
          {team === null ? (
            <Fact label={t('one.fact.wakes')}>
              {wakes === null ? (
                t('list.wakesDeleted')
              ) : (
                <Link to={`/conversations/${wakes.id}`} className={LINK}>
                  {wakes.title}
                </Link>
              )}
            </Fact>
          ) : (
            <Fact label={t('one.fact.team')}>
              <Link
                to={
                  team.version === null
                    ? `/teams/${team.id}`
                    : `/teams/${team.id}/versions/${String(team.version)}`
                }
                className={LINK}
              >
                {team.version === null
                  ? team.name
                  : t('one.fact.teamVersion', { name: team.name, version: team.version })}
              </Link>
            </Fact>
          )}
          <Fact label={t('one.fact.overlap')}>{overlapWords(schedule.overlap)}</Fact>
          <Fact label={t('one.fact.catchUp')}>{format.duration(schedule.catchUpSeconds * 1_000)}</Fact>
          {team === null ? null : (
            <Fact label={t('one.fact.carryOver')}>{t(`form.carryOvers.${schedule.carryOver}`)}</Fact>
          )}
          {limits.length === 0 ? null : <Fact label={t('one.fact.limits')}>{format.list(limits)}</Fact>}
          <Fact label={t('one.fact.counters')}>{t('one.fact.counted', counters)}</Fact>
        </dl>
        <Fold label={t('one.task')}>
          <p className="whitespace-pre-wrap wrap-anywhere">{schedule.taskText}</p>
        </Fold>
        {schedule.state === 'active' ? (
          <Fold label={t('one.pause')}>
            <Form method="post" preventScrollReset className="space-y-3">
              <Field label={t('one.pauseNote')}>
                {(control) => <Input name="note" maxLength={PAUSE_NOTE_MAX_CHARACTERS} {...control} />}
              </Field>
              <Button type="submit" size="sm" name="intent" value="pause">
                {t('one.pause')}
              </Button>
            </Form>
          </Fold>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
