import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { HistoryRow } from '../../data/conversations/listConversations.server.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { ConversationStateBadge } from '../../views/ui/ConversationStateBadge.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../views/ui/Table.tsx';
import { ConversationCost } from './ConversationCost.tsx';

/** The run history on a screen with room for columns. */
export function HistoryTable({ rows }: { rows: readonly HistoryRow[] }) {
  const { t } = useTranslation('history');
  const format = useFormat();
  return (
    <Table aria-label={t('title')} className="max-md:hidden">
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t('table.conversation')}</TableHeaderCell>
          <TableHeaderCell>{t('table.status')}</TableHeaderCell>
          <TableHeaderCell className="text-right">{t('table.turns')}</TableHeaderCell>
          <TableHeaderCell className="text-right">{t('table.tokens')}</TableHeaderCell>
          <TableHeaderCell className="text-right">{t('table.cost')}</TableHeaderCell>
          <TableHeaderCell className="text-right">{t('table.started')}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ head, team }) => (
          <TableRow key={head.id} data-conversation={head.id} className="relative hover:bg-hover">
            <TableCell className="max-w-0 w-full">
              {/* The link covers its row. */}
              <Link
                to={`/conversations/${head.id}`}
                prefetch="intent"
                className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
              >
                {head.title}
              </Link>
              <span className="block truncate text-[0.8125rem] text-ink-muted">
                {team.name} <span className="text-ink-faint">v{team.version}</span>
              </span>
            </TableCell>
            <TableCell>
              <ConversationStateBadge state={head.state} />
            </TableCell>
            <TableCell className="tabular text-right">{format.count(head.turnCount)}</TableCell>
            <TableCell className="tabular text-right">
              {format.count(head.promptTokens + head.completionTokens)}
            </TableCell>
            <TableCell className="text-right whitespace-nowrap">
              <ConversationCost head={head} />
            </TableCell>
            <TableCell className="text-right whitespace-nowrap text-ink-muted">
              <RelativeTime at={head.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
