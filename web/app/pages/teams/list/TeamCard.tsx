import { Link } from '@remix-run/react';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { AvatarStack } from '../../../views/ui/AvatarStack.tsx';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';

export type TeamCardProps = {
  team: {
    id: string;
    name: string;
    version: number;
    description: string;
    runCount: number;
    config: TeamConfig;
  };
  canStart: boolean;
};

/** A team in the list: its participants, its pattern, and its number of runs. */
export function TeamCard({ team, canStart }: TeamCardProps) {
  const { t } = useTranslation(['teams', 'patterns']);
  const names = team.config.participants.map(({ name }) => name);
  return (
    <Card className="flex h-full flex-col p-5 transition-colors focus-within:border-line-strong hover:border-line-strong">
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-base font-semibold wrap-anywhere">
          <Link
            to={`/teams/${team.id}`}
            prefetch="intent"
            className="rounded underline-offset-4 hover:underline"
          >
            {team.name}
          </Link>
        </h2>
        <Badge>v{team.version}</Badge>
      </div>
      <p className="mt-1.5 line-clamp-3 text-sm text-ink-muted">
        {team.description || t('list.noDescription')}
      </p>
      <div className="mt-4 flex items-center gap-2.5">
        <AvatarStack participants={team.config.participants} />
        <p className="min-w-0 truncate text-[0.8125rem] text-ink-muted" title={names.join(', ')}>
          {names.join(', ')}
        </p>
      </div>
      <div className="mt-auto flex items-center justify-between gap-3 pt-5">
        <p className="text-[0.8125rem] text-ink-muted">
          {t(`patterns:${team.config.pattern.kind}.name`)} · {t('runs', { count: team.runCount })}
        </p>
        {canStart ? (
          <Button asChild size="sm">
            <Link
              to={`/conversations/new?team=${team.id}`}
              aria-label={t('list.startWith', { name: team.name })}
            >
              <Play aria-hidden />
              {t('start')}
            </Link>
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
