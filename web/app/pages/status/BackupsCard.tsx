import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { StatusView } from '../../data/health/statusView.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import type { Tone } from '../../views/ui/tones.ts';

type Backups = StatusView['backups'];

const TONES: Record<Backups['state'], Tone> = {
  ok: 'green',
  old: 'red',
  not_set_up: 'neutral',
  unreadable: 'amber',
};

/** The newest backup and the last drill. */
export function BackupsCard({ backups }: { backups: Backups }) {
  const { t } = useTranslation('status');
  const { state, lastDrill } = backups;
  const drillState = lastDrill?.succeeded === true ? 'succeeded' : 'failed';
  return (
    <Card data-backups={state}>
      <CardHeader title={t('backups.title')} />
      <CardBody>
        <dl className="space-y-3 text-sm">
          <Line
            name={t('backups.newest')}
            badge={<Badge tone={TONES[state]}>{t(`backups.state.${state}`)}</Badge>}
          >
            <Newest backups={backups} />
          </Line>
          {state === 'not_set_up' || state === 'unreadable' ? null : (
            <Line
              name={t('backups.drill')}
              badge={
                lastDrill === null ? null : (
                  <Badge tone={lastDrill.succeeded ? 'green' : 'red'}>
                    {t(`backups.drillState.${drillState}`)}
                  </Badge>
                )
              }
            >
              {lastDrill === null ? (
                t('backups.neverDrilled')
              ) : (
                <Trans
                  t={t}
                  i18nKey="backups.drilled"
                  values={{ name: lastDrill.backup }}
                  components={{
                    code: <code className="font-mono text-ink" />,
                    time: <RelativeTime at={lastDrill.drilledAt} />,
                  }}
                />
              )}
            </Line>
          )}
        </dl>
      </CardBody>
    </Card>
  );
}

function Newest({ backups: { state, newest } }: { backups: Backups }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  if (state === 'not_set_up') return t('backups.notSetUp');
  if (state === 'unreadable') return t('backups.unreadable');
  if (newest === null) return t('backups.none');
  return (
    <Trans
      t={t}
      i18nKey="backups.made"
      values={{ name: newest.name, size: format.bytes(newest.bytes) }}
      components={{
        code: <code className="font-mono text-ink" />,
        time: <RelativeTime at={newest.madeAt} />,
      }}
    />
  );
}

function Line({ name, badge, children }: { name: string; badge: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 font-medium">
        {name}
        {badge}
      </dt>
      <dd className="mt-0.5 text-ink-muted wrap-anywhere">{children}</dd>
    </div>
  );
}
