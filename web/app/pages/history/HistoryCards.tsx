import { Link } from '@remix-run/react';
import { ConversationStateBadge } from '../../views/ui/ConversationStateBadge.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import type { HistoryRow } from '../../data/conversations/listConversations.server.ts';
import { countOf } from '../../views/format/count.ts';
import { ConversationCost } from './ConversationCost.tsx';

/** The run history on a phone. */
export function HistoryCards({ rows }: { rows: readonly HistoryRow[] }) {
  return (
    <ul aria-label="Conversations" className="divide-y divide-line md:hidden">
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
            {team.name} · {countOf(head.turnCount, 'turn')} · cost <ConversationCost head={head} /> ·{' '}
            <RelativeTime at={head.createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
