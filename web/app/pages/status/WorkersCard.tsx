import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { StatusView, WorkerView } from '../../data/health/statusView.ts';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';

/** The workers that ask for work, with their builds. */
export function WorkersCard({ workers }: { workers: StatusView['workers'] }) {
  const { t } = useTranslation('status');
  return (
    <Card>
      <CardHeader title={t('workers.title')} />
      <CardBody className="space-y-3 text-sm">
        {workers === null || workers.length === 0 ? (
          <p className="text-ink-muted">{t(workers === null ? 'workers.unknown' : 'workers.none')}</p>
        ) : (
          <ul className="space-y-3">
            {workers.map((worker) => (
              <Worker key={`${worker.identity} ${worker.buildId ?? ''}`} worker={worker} />
            ))}
          </ul>
        )}
        <Link
          to="/settings/builds"
          className="inline-block rounded text-brand-ink underline-offset-4 hover:underline"
        >
          {t('workers.toBuilds')}
        </Link>
      </CardBody>
    </Card>
  );
}

function Worker({ worker: { identity, buildId, polledAt } }: { worker: WorkerView }) {
  const { t } = useTranslation('status');
  return (
    <li data-worker={identity}>
      <p className="font-mono wrap-anywhere">{identity}</p>
      <p className="text-ink-muted wrap-anywhere">
        {buildId === null ? (
          t('workers.noBuild')
        ) : (
          <Trans
            t={t}
            i18nKey="workers.build"
            values={{ build: buildId }}
            components={{ code: <code className="font-mono text-ink" /> }}
          />
        )}
        {' · '}
        <Trans t={t} i18nKey="workers.polled" components={{ time: <RelativeTime at={polledAt} /> }} />
      </p>
    </li>
  );
}
