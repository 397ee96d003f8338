import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../views/format/useFormat.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { classNames } from '../../views/ui/classNames.ts';
import { Money } from '../../views/ui/Money.tsx';
import { TONE_CLASSES } from '../../views/ui/tones.ts';
import { lookOf, type ShownDate, waitsToBeTaken } from './outcomeLooks.ts';
import { ZonedTime } from './ZonedTime.tsx';

export type DatesProps = { dates: readonly ShownDate[]; timeZone: string };

/** The dates of a schedule as a strip, the newest last: a shape, a colour and a name for each outcome. */
export function DateStrip({ dates, timeZone }: DatesProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const words = useOutcomeWords();
  return (
    <ol aria-label={t('one.dates')} className="flex flex-wrap gap-1">
      {dates.map((date) => {
        const { icon: Icon, tone } = lookOf(date.outcome);
        const label = `${format.inZone(new Date(date.at).getTime(), timeZone)}: ${words(date)}`;
        return (
          <li key={anchorOf(date)}>
            <a
              href={`#${anchorOf(date)}`}
              title={label}
              aria-label={label}
              suppressHydrationWarning
              className={classNames('grid size-7 place-items-center rounded-md', TONE_CLASSES[tone])}
            >
              <Icon aria-hidden className="size-4" />
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** The same dates as a list, the newest first, with reasons, conversations and cost. */
export function DateList({ dates, timeZone }: DatesProps) {
  const { t } = useTranslation('schedules');
  const words = useOutcomeWords();
  return (
    <Card className="overflow-hidden">
      <ol aria-label={t('one.datesList')} className="divide-y divide-line">
        {dates.toReversed().map((date) => {
          const { icon: Icon, tone } = lookOf(date.outcome);
          return (
            <li
              key={anchorOf(date)}
              id={anchorOf(date)}
              className="flex scroll-mt-4 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm target:bg-hover sm:px-5"
            >
              <span className="w-60 shrink-0 font-medium">
                <ZonedTime at={date.at} timeZone={timeZone} />
              </span>
              <Badge tone={tone}>
                <Icon aria-hidden className="size-3.5" />
                {words(date)}
              </Badge>
              <DateFacts date={date} timeZone={timeZone} />
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function anchorOf({ at }: ShownDate): string {
  return `date-${String(new Date(at).getTime())}`;
}

function useOutcomeWords(): (date: ShownDate) => string {
  const { t } = useTranslation('schedules');
  return ({ outcome }) => {
    if (outcome.kind !== 'run') return t(`outcomes.${outcome.kind}`);
    return waitsToBeTaken(outcome) ? t('outcomes.waiting') : t(`runStates.${outcome.run.state}`);
  };
}

/** Why a date is as it is; of a run, its conversation and what it cost. */
function DateFacts({ date: { outcome }, timeZone }: { date: ShownDate; timeZone: string }) {
  const { t } = useTranslation('schedules');
  if (outcome.kind !== 'run') {
    return (
      <span className="text-ink-muted wrap-anywhere">
        <Reason outcome={outcome} timeZone={timeZone} />
      </span>
    );
  }
  const { run } = outcome;
  const { conversation, wakeUp } = run;
  const takenWith = wakeUp?.takenWith ?? 0;
  const taken = wakeUp?.run ?? null;
  const words = taken === null ? t('one.toConversation') : t('one.toRun', { run: taken + 1 });
  return (
    <>
      {run.kind === 'scheduled' ? null : <Badge>{t(`runKinds.${run.kind}`)}</Badge>}
      <span className="text-ink-muted">
        {run.refusal === null ? (
          <Late seconds={run.kind === 'scheduled' ? outcome.lateBySeconds : null} />
        ) : (
          t(`reasons.refused.${run.refusal}`)
        )}
        {waitsToBeTaken(outcome) ? t('reasons.toBeTaken') : null}
        {takenWith === 0 ? null : t('reasons.takenWith', { count: takenWith })}
      </span>
      {conversation === null ? null : (
        <span className="ml-auto flex items-center gap-3">
          <Money
            microUsd={
              conversation.unpricedCalls > 0 && conversation.costMicroUsd === 0
                ? null
                : conversation.costMicroUsd
            }
            atLeast={conversation.unpricedCalls + conversation.unknownCalls > 0}
            className="text-ink-muted"
          />
          <Link
            to={`/conversations/${conversation.id}${taken === null ? '' : `#run-${String(taken)}`}`}
            aria-label={`${words}: ${conversation.title}`}
            className="rounded text-brand-ink underline-offset-4 hover:underline"
          >
            {words}
          </Link>
        </span>
      )}
    </>
  );
}

/** A run is late from here on. */
const LATE_SECONDS = 60;

function Late({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  if (seconds === null || seconds < LATE_SECONDS) return null;
  return t('reasons.late', { late: format.duration(seconds * 1_000) });
}

function Reason({
  outcome,
  timeZone,
}: {
  outcome: Exclude<ShownDate['outcome'], { kind: 'run' }>;
  timeZone: string;
}) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  switch (outcome.kind) {
    case 'paused':
      return outcome.note === '' ? t('reasons.paused') : t('reasons.pausedNote', { note: outcome.note });
    case 'skipped':
    case 'replaced':
      return t(`reasons.${outcome.kind}`, {
        date: format.inZone(new Date(outcome.by.nominalAt).getTime(), timeZone),
      });
    case 'missed':
      return t('reasons.missed', { late: format.duration(outcome.lateBySeconds * 1_000) });
    case 'coming':
    case 'due':
    case 'waiting':
    case 'after_last':
    case 'dropped':
      return t(`reasons.${outcome.kind}`);
  }
}
