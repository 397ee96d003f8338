import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { jsonPath } from '../../../data/teams/check/jsonPath.ts';
import type { StoredTeam } from '../../../data/teams/storedTeam.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';

export type UnreadableVersionProps = {
  teamId: string;
  version: number;
  stored: Extract<StoredTeam, { ok: false }>;
  aside: ReactNode;
};

/** A version that this version of Colloquy can't read: the reason, its content, and what to do. */
export function UnreadableVersion({ teamId, version, stored, aside }: UnreadableVersionProps) {
  const { t } = useTranslation('teams');
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <section aria-label={t('page.stored')} className="min-w-0 space-y-4">
        <Notice kind="warning" title={t('page.unreadable', { version })}>
          <p>{t('page.unreadableHint')}</p>
          <ul className="mt-2 space-y-1">
            {stored.issues.map(({ path, message }, index) => (
              <li key={index} className="wrap-anywhere">
                <code className="font-mono text-[0.8125rem]">{jsonPath(path)}</code>: {message}
              </li>
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button asChild size="sm">
              <Link to={`/teams/${teamId}/edit`}>{t('page.fix')}</Link>
            </Button>
            <Button asChild size="sm">
              <a href={`/teams/${teamId}/versions/${version}/download?format=raw`} download>
                {t('page.downloadRaw')}
              </a>
            </Button>
          </div>
        </Notice>
        <CodeBlock label={t('page.json')}>{JSON.stringify(stored.raw, null, 2)}</CodeBlock>
      </section>
      <div className="min-w-0 space-y-4">{aside}</div>
    </div>
  );
}
