import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card, CardHeader } from '../../../views/ui/Card.tsx';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';

export type ListedVersion = { version: number; textLength: number; createdAt: Date };

export type VersionLinksProps = {
  versions: readonly ListedVersion[];
  /** Null: none of them is shown. */
  shownVersion: number | null;
  publishedVersion: number;
};

/** All versions of a document, newest first. */
export function VersionLinks({ versions, shownVersion, publishedVersion }: VersionLinksProps) {
  const { t } = useTranslation('knowledge');
  return (
    <Card>
      <CardHeader title={t('document.versions')} />
      <ul className="divide-y divide-line text-sm">
        {versions.map(({ version, textLength, createdAt }) => (
          <li key={version} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5">
            <Link
              to={`?version=${String(version)}`}
              aria-current={version === shownVersion ? 'page' : undefined}
              className="rounded font-medium underline-offset-4 hover:underline aria-[current]:text-brand-ink"
            >
              {t('document.versionOf', { version })}
            </Link>
            {version === publishedVersion ? <Badge tone="green">{t('document.searched')}</Badge> : null}
            {version > publishedVersion ? <Badge tone="amber">{t('document.notYet')}</Badge> : null}
            <span className="text-ink-muted">{t('document.characters', { count: textLength })}</span>
            <RelativeTime at={createdAt} className="ml-auto text-ink-muted" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
