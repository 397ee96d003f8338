import { Link } from '@remix-run/react';
import { Badge } from '../components/ui/Badge.tsx';
import { Card, CardHeader } from '../components/ui/Card.tsx';
import { classNames } from '../components/ui/classNames.ts';
import { RelativeTime } from '../components/ui/RelativeTime.tsx';
import { countOf } from '../format/count.ts';

export type VersionListProps = {
  teamId: string;
  shown: number;
  versions: readonly {
    version: number;
    description: string;
    createdAt: Date;
    _count: { conversations: number };
  }[];
};

/** All versions of a team, newest first, the shown one marked. */
export function VersionList({ teamId, shown, versions }: VersionListProps) {
  return (
    <Card>
      <CardHeader title="Versions" />
      <ol className="max-h-96 divide-y divide-line overflow-y-auto">
        {versions.map(({ version, createdAt, _count }, index) => (
          <li key={version}>
            <Link
              to={`/teams/${teamId}/versions/${version}`}
              aria-current={version === shown ? 'page' : undefined}
              className={classNames(
                'flex items-center justify-between gap-3 px-4 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 sm:px-5',
                version === shown && 'bg-brand-soft hover:bg-brand-soft',
              )}
            >
              <span>
                <span className="font-medium">Version {version}</span>
                <span className="block text-[0.8125rem] text-ink-muted">
                  <RelativeTime at={createdAt} /> · {countOf(_count.conversations, 'run')}
                </span>
              </span>
              {index === 0 ? <Badge tone="teal">Newest</Badge> : null}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
