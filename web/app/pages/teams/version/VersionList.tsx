import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card, CardHeader } from '../../../views/ui/Card.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';

export type VersionListProps = {
  teamId: string;
  shown: number;
  versions: readonly {
    version: number;
    description: string;
    note: string;
    /** Null for the installation or a deleted account. */
    author: string | null;
    createdAt: Date;
    runCount: number;
  }[];
};

/** All versions of a team, newest first, the shown one marked. */
export function VersionList({ teamId, shown, versions }: VersionListProps) {
  const { t } = useTranslation('teams');
  const [newest, before] = versions;
  return (
    <Card>
      <CardHeader
        title={t('page.versions')}
        actions={
          newest && before ? (
            <Link
              to={`/teams/${teamId}/compare?from=${before.version}&to=${newest.version}`}
              className="rounded text-sm text-brand-ink underline underline-offset-4"
            >
              {t('page.compare')}
            </Link>
          ) : undefined
        }
      />
      <ol className="max-h-96 divide-y divide-line overflow-y-auto rounded-b-xl">
        {versions.map(({ version, note, author, createdAt, runCount }, index) => (
          <li key={version}>
            <Link
              to={`/teams/${teamId}/versions/${version}`}
              aria-current={version === shown ? 'page' : undefined}
              className={classNames(
                'flex items-center justify-between gap-3 px-4 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 sm:px-5',
                version === shown && 'bg-brand-soft hover:bg-brand-soft',
              )}
            >
              <span className="min-w-0">
                <span className="font-medium">{t('version', { version })}</span>
                {note === '' ? null : <span className="block truncate">{note}</span>}
                <span className="block text-[0.8125rem] text-ink-muted">
                  {author === null ? null : `${author} · `}
                  <RelativeTime at={createdAt} /> · {t('runs', { count: runCount })}
                </span>
              </span>
              {index === 0 ? <Badge tone="teal">{t('page.newest')}</Badge> : null}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
