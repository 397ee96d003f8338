import { Link } from '@remix-run/react';
import { FileInput, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListPage } from '../../../data/lists/listPage.ts';
import type { StoredTeam } from '../../../data/teams/storedTeam.ts';
import { AddLink } from '../../../views/ui/AddLink.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { ListPaging } from '../../../views/ui/ListPaging.tsx';
import { ListSearch } from '../../../views/ui/ListSearch.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { TeamCard, type TeamCardProps } from './TeamCard.tsx';
import { UnreadableTeamCard } from './UnreadableTeamCard.tsx';

type ListedTeam = Omit<TeamCardProps['team'], 'config'> & { stored: StoredTeam };

export type TeamsPageProps = {
  list: ListPage<ListedTeam>;
  /** Whether these are the archived teams. */
  archived: boolean;
  archivedCount: number;
  /** How many teams an import has just created. */
  imported: number;
};

/** The project's teams. */
export function TeamsPage({ list, archived, archivedCount, imported }: TeamsPageProps) {
  const { t } = useTranslation(['teams', 'common']);
  const { rows: teams, search, page, pages } = list;
  const kept: Record<string, string> = archived ? { show: 'archived' } : {};
  return (
    <Page width="wide">
      <PageHeader
        {...(archived ? { crumbs: [{ label: t('title'), to: '/teams' }] } : {})}
        title={t(archived ? 'list.archivedTitle' : 'title')}
        description={t(archived ? 'list.archivedDescription' : 'list.description')}
        actions={archived ? undefined : <NewTeamButtons />}
      />
      {imported > 0 ? (
        <Notice kind="success" className="mb-5">
          {t('list.imported', { count: imported })}
        </Notice>
      ) : null}
      {pages > 1 || search !== '' ? <ListSearch search={search} kept={kept} /> : null}
      {teams.length === 0 && search !== '' ? (
        <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
      ) : teams.length === 0 ? (
        <EmptyState
          icon={UsersRound}
          title={t(archived ? 'list.emptyArchived' : 'list.empty')}
          description={archived ? undefined : t('list.emptyHint')}
          actions={archived ? undefined : <NewTeamButtons />}
        />
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {teams.map(({ stored, ...team }) => (
            <li key={team.id} className="min-w-0">
              {stored.ok ? (
                <TeamCard team={{ ...team, config: stored.config }} canStart={!archived} />
              ) : (
                <UnreadableTeamCard team={team} issues={stored.issues} />
              )}
            </li>
          ))}
        </ul>
      )}
      <ListPaging search={search} page={page} pages={pages} kept={kept} />
      {!archived && archivedCount > 0 ? (
        <p className="mt-6 text-sm">
          <Link to="/teams?show=archived" className="rounded text-brand-ink underline underline-offset-4">
            {t('list.archivedTeams', { count: archivedCount })}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}

function NewTeamButtons() {
  const { t } = useTranslation('teams');
  return (
    <>
      <Button asChild>
        <Link to="/teams/import">
          <FileInput aria-hidden />
          {t('list.import')}
        </Link>
      </Button>
      <AddLink to="/teams/new">{t('newTeam')}</AddLink>
    </>
  );
}
