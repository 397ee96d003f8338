import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../workflows/domain/json.ts';
import type {
  RecordedStep,
  RefusalDetail,
  ReplayDifference,
  ReplayVerdict,
  TodaysStep,
} from '../../../../workflows/domain/replay/verdict.ts';
import type { Translate } from '../../languages/translator.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Notice } from '../../views/ui/Notice.tsx';

const KINDS = { agrees: 'success', differs: 'error', refused: 'warning' } as const;

/** What came of a replay, in words. */
export function VerdictView({ verdict }: { verdict: ReplayVerdict }) {
  const { t, i18n } = useTranslation('replay');
  const format = useFormat();
  return (
    <Notice kind={KINDS[verdict.kind]} title={t(`outcome.${verdict.kind}`)}>
      {verdict.kind === 'agrees' ? (
        <p>{t('agrees', { count: verdict.events, duration: format.duration(verdict.ms) })}</p>
      ) : verdict.kind === 'refused' ? (
        <>
          <p>{t(`refusal.${verdict.refusal}`)}</p>
          {verdict.detail === null ? null : (
            <p className="mt-1 text-xs wrap-anywhere">{detailWords(verdict.detail, i18n.t)}</p>
          )}
        </>
      ) : (
        <>
          {differenceWords(verdict.difference, i18n.t).map((words) => (
            <p key={words} className="wrap-anywhere">
              {words}
            </p>
          ))}
          <details className="mt-1.5 text-xs">
            <summary>{t('raw')}</summary>
            <p className="mt-1 font-mono whitespace-pre-wrap wrap-anywhere">{verdict.difference.raw}</p>
          </details>
        </>
      )}
    </Notice>
  );
}

function detailWords(detail: RefusalDetail, t: Translate): string {
  switch (detail.kind) {
    case 'parser':
      return detail.words;
    case 'misfit':
      return t(`replay:wanted.${detail.wanted}`, { path: detail.path });
    case 'no_start':
      return t('replay:refusalDetail.no_start');
    case 'gap':
      return t('replay:refusalDetail.gap', { event: detail.event });
    case 'workflow_type':
      return t('replay:refusalDetail.workflow_type', { name: detail.name });
    case 'most_mib':
    case 'most_memory':
      return t(`replay:refusalDetail.${detail.kind}`, { mib: detail.mib });
    case 'most_events':
      return t('replay:refusalDetail.most_events', { events: detail.events });
    case 'most_seconds':
      return t('replay:refusalDetail.most_seconds', { seconds: detail.seconds });
    default:
      return assertNever(detail);
  }
}

function differenceWords({ eventId, eventType, recorded, today }: ReplayDifference, t: Translate): string[] {
  if (today.kind === 'error') {
    return [t('replay:failsAfter', { event: eventId ?? '?', words: today.name })];
  }
  const place =
    eventId === null
      ? t('replay:differsSomewhere')
      : t('replay:differsAt', { event: eventId, type: eventType ?? '?' });
  return [place, ...(recorded === null ? [] : [recordedWords(recorded, t)]), todaysWords(today, t)];
}

function recordedWords({ kind, name }: RecordedStep, t: Translate): string {
  if (kind === 'activity' || kind === 'child_workflow' || kind === 'other') {
    return t(`replay:recorded.${kind}`, { name: name ?? '?' });
  }
  return t(`replay:recorded.${kind}`);
}

function todaysWords({ kind, name }: Exclude<TodaysStep, { kind: 'error' }>, t: Translate): string {
  if (kind !== 'activity') return t(`replay:today.${kind}`);
  return name === null ? t('replay:today.someActivity') : t('replay:today.activity', { name });
}
