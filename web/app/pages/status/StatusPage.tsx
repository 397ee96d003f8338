import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../data/health/statusView.ts';
import { useRevalidateEvery } from '../../views/hooks/useRevalidateEvery.ts';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { BackupsCard } from './BackupsCard.tsx';
import { PartsCard } from './PartsCard.tsx';
import { QueueCard } from './QueueCard.tsx';
import { WorkersCard } from './WorkersCard.tsx';

const EVERY_MS = 10_000;

/** What is up, what waits, and how old the newest backup is; up to date while somebody looks at it. */
export function StatusPage({ status }: { status: StatusView }) {
  const { t } = useTranslation('status');
  useRevalidateEvery(EVERY_MS);
  const { parts, queue, workers, backups, version, commit } = status;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        <PartsCard parts={parts} />
        <QueueCard queue={queue} />
        <WorkersCard workers={workers} />
        <BackupsCard backups={backups} />
        <p className="text-[0.8125rem] text-ink-muted wrap-anywhere">
          {commit === null ? t('version', { version }) : t('versionWithCommit', { version, commit })}
        </p>
      </div>
    </>
  );
}
