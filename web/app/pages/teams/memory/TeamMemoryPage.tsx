import { Form, Link } from '@remix-run/react';
import { BookMarked, Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListPage } from '../../../data/lists/listPage.ts';
import type { MemoryEntryView } from '../../../data/memory/view.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { ListPaging } from '../../../views/ui/ListPaging.tsx';
import { ListSearch } from '../../../views/ui/ListSearch.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';
import { EntryBadges } from './EntryBadges.tsx';
import { SourceNote } from './SourceNote.tsx';

export type TeamMemoryPageProps = {
  team: { id: string; name: string };
  list: ListPage<MemoryEntryView>;
  /** An entry has just been deleted. */
  isDeleted: boolean;
};

/** What a team remembers. */
export function TeamMemoryPage({ team, list, isDeleted }: TeamMemoryPageProps) {
  const { t } = useTranslation(['memories', 'teams']);
  const { rows, search } = list;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('teams:title'), to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={t('page.title')}
        description={t('page.description')}
      />
      {isDeleted ? (
        <div className="mb-6">
          <Notice kind="success">{t('page.deleted')}</Notice>
        </div>
      ) : null}
      {rows.length > 0 || search !== '' ? <ListSearch search={search} /> : null}
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={BookMarked}
            title={t(search === '' ? 'page.empty' : 'page.nothingFound')}
            description={search === '' ? t('page.emptyHint') : undefined}
          />
        </Card>
      ) : (
        <ul className="space-y-3">
          {rows.map((entry) => (
            <li key={entry.id}>
              <EntryCard teamId={team.id} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <ListPaging {...list} />
    </Page>
  );
}

function EntryCard({ teamId, entry }: { teamId: string; entry: MemoryEntryView }) {
  const { t } = useTranslation('memories');
  const intent = entry.pinned ? 'unpin' : 'pin';
  return (
    <Card className="space-y-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <EntryBadges entry={entry} />
        <RelativeTime at={entry.changedAt} className="text-[0.8125rem] text-ink-muted" />
      </div>
      <p className="wrap-anywhere">{entry.text}</p>
      <SourceNote source={entry.source} />
      <div className="flex flex-wrap gap-2">
        <Form method="post">
          <input type="hidden" name="entryId" value={entry.id} />
          <Button
            type="submit"
            size="sm"
            name="intent"
            value={intent}
            aria-label={t(`actions.${intent}Of`, { text: entry.text })}
          >
            {entry.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            {t(`actions.${intent}`)}
          </Button>
        </Form>
        <Button asChild size="sm" variant="ghost">
          <Link
            to={`/teams/${teamId}/memory/${entry.id}`}
            aria-label={t('actions.openOf', { text: entry.text })}
          >
            {t('actions.open')}
          </Link>
        </Button>
      </div>
    </Card>
  );
}
