import { Link } from '@remix-run/react';
import { Mail } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { NoticeView } from '../../data/notices/noticeView.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { NoticeStateBadge } from './NoticeStateBadge.tsx';

/** Notices with what became of them. */
export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  const { t } = useTranslation('notices');
  if (notices.length === 0) {
    return (
      <Card>
        <EmptyState icon={Mail} title={t('list.empty')} description={t('list.emptyDescription')} />
      </Card>
    );
  }
  return (
    <Card className="overflow-hidden">
      <ul aria-label={t('list.label')} className="divide-y divide-line">
        {notices.map((notice) => (
          <li key={notice.id} className="relative px-4 py-3.5 hover:bg-hover sm:px-5">
            <div className="flex flex-wrap items-center gap-2">
              <Link
                to={`/settings/notices/${notice.id}`}
                className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
              >
                {notice.subject ?? t('list.noSubject')}
              </Link>
              <Badge>{t(`kind.${notice.kind}`)}</Badge>
              <NoticeStateBadge state={notice.state} />
            </div>
            <NoticeFacts notice={notice} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Where a notice goes and when, and why it did not arrive. */
export function NoticeFacts({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('notices');
  const waits = notice.state === 'waiting' && notice.dueAt !== null;
  const time = <RelativeTime at={waits ? (notice.dueAt ?? notice.createdAt) : notice.createdAt} />;
  return (
    <div className="mt-1 text-[0.8125rem] text-ink-muted">
      <p className="wrap-anywhere">
        {t('list.to', { address: notice.address })} <span aria-hidden>·</span>{' '}
        <Trans t={t} i18nKey={waits ? 'list.due' : 'list.created'} components={{ time }} />
      </p>
      {notice.state === 'failed' && notice.failureMessage !== null ? (
        <p className="mt-1 text-ink wrap-anywhere">{notice.failureMessage}</p>
      ) : null}
    </div>
  );
}
