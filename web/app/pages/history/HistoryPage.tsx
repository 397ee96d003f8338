import { Link, useNavigation } from '@remix-run/react';
import { ArrowUp, MessagesSquare, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  filtersAnything,
  type HistoryFilters,
  historySearchParams,
} from '../../data/conversations/historyFilters.ts';
import type { HistoryPage as HistoryPageData } from '../../data/conversations/listConversations.server.ts';
import { NEW_COUNT_LIMIT } from '../../data/live/events.ts';
import { AddLink } from '../../views/ui/AddLink.tsx';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { classNames } from '../../views/ui/classNames.ts';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { HistoryCards } from './HistoryCards.tsx';
import { HistoryFilterForm } from './HistoryFilterForm.tsx';
import { HistoryPaging } from './HistoryPaging.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { useHistory } from './useHistory.ts';

export type HistoryPageProps = {
  page: HistoryPageData;
  filters: HistoryFilters;
  teams: readonly { id: string; name: string }[];
};

/** All conversations of the project, newest first, kept up to date while the page is open. */
export function HistoryPage({ page, filters, teams }: HistoryPageProps) {
  const { t } = useTranslation('history');
  const { rows, newCount } = useHistory(page.rows, filters);
  const navigation = useNavigation();
  const filtering = navigation.state === 'loading' && navigation.location.pathname === '/conversations';
  const nothingAtAll = rows.length === 0 && page.newer === null && !filtersAnything(filters);
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        actions={
          <AddLink to="/conversations/new" className="lg:hidden">
            {t('new')}
          </AddLink>
        }
      />
      {nothingAtAll ? null : <HistoryFilterForm filters={filters} teams={teams} />}
      <div role="status" className="empty:hidden">
        {newCount === 0 ? null : (
          <div className="mb-3 text-center">
            <Button asChild size="sm" className="rounded-full">
              <Link to={`?${historySearchParams(filters).toString()}`}>
                <ArrowUp aria-hidden />
                {newCount >= NEW_COUNT_LIMIT
                  ? t('newerOrMore', { limit: NEW_COUNT_LIMIT })
                  : t('newer', { count: newCount })}
              </Link>
            </Button>
          </div>
        )}
      </div>
      <Card className={classNames('overflow-hidden transition-opacity', filtering && 'opacity-60')}>
        {rows.length > 0 ? (
          <>
            <HistoryTable rows={rows} />
            <HistoryCards rows={rows} />
          </>
        ) : nothingAtAll ? (
          <EmptyState
            icon={MessagesSquare}
            title={t('empty.title')}
            description={t('empty.description')}
            actions={
              <Button asChild variant="primary">
                <Link to="/conversations/new">{t('empty.action')}</Link>
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={SearchX}
            title={t('noMatch.title')}
            description={t('noMatch.description')}
            actions={
              <Button asChild>
                <Link to="/conversations">{t('noMatch.action')}</Link>
              </Button>
            }
          />
        )}
      </Card>
      <HistoryPaging filters={filters} newer={page.newer} older={page.older} />
    </Page>
  );
}
