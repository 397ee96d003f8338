import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { HistoryRow } from '../../data/conversations/listConversations.server.ts';
import { ConversationStateBadge } from '../../views/ui/ConversationStateBadge.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { ConversationCost } from './ConversationCost.tsx';

/** The run history on a phone. */
export function HistoryCards({ rows }: { rows: readonly HistoryRow[] }) {
  const { t } = useTranslation('history');
  return (
    <ul aria-label={t('title')} className="divide-y divide-line md:hidden">
      {rows.map(({ head, team }) => (
        <li key={head.id} className="relative px-4 py-3.5">
          <div className="flex items-start justify-between gap-3">
            <Link
              to={`/conversations/${head.id}`}
              className="line-clamp-2 min-w-0 font-medium wrap-anywhere after:absolute after:inset-0"
            >
              {head.title}
            </Link>
            <ConversationStateBadge state={head.state} className="mt-0.5" />
          </div>
          <p className="mt-1 truncate text-[0.8125rem] text-ink-muted">
            {team.name} · {t('turns', { count: Number(head.turnCount) })} ·{' '}
            <Trans t={t} i18nKey="cost" components={{ cost: <ConversationCost head={head} /> }} /> ·{' '}
            <RelativeTime at={head.createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
