import { Link } from '@remix-run/react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamIssue } from '../../../data/teams/check/issuesOf.ts';
import { jsonPath } from '../../../data/teams/check/jsonPath.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card } from '../../../views/ui/Card.tsx';

export type UnreadableTeamCardProps = {
  team: { id: string; name: string; version: number };
  issues: readonly TeamIssue[];
};

/** A team in the list whose newest version this version of Colloquy can't read. */
export function UnreadableTeamCard({ team, issues }: UnreadableTeamCardProps) {
  const { t } = useTranslation('teams');
  const [first] = issues;
  return (
    <Card className="flex h-full flex-col p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-base font-semibold wrap-anywhere">
          <Link to={`/teams/${team.id}`} className="rounded underline-offset-4 hover:underline">
            {team.name}
          </Link>
        </h2>
        <Badge tone="amber">{t('list.unreadable')}</Badge>
      </div>
      <p className="mt-2 flex gap-2 text-sm text-ink-muted">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber-ink" />
        <span className="wrap-anywhere">
          {t('list.unreadableHint', { version: team.version })}
          {first === undefined ? null : (
            <span className="block">
              <code className="font-mono text-[0.8125rem]">{jsonPath(first.path)}</code>: {first.message}
            </span>
          )}
        </span>
      </p>
    </Card>
  );
}
