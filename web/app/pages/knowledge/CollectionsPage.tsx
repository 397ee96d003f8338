import { Link } from '@remix-run/react';
import { BookOpen, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListPage } from '../../data/lists/listPage.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { ListPaging } from '../../views/ui/ListPaging.tsx';
import { ListSearch } from '../../views/ui/ListSearch.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { CollectionCard, type ListedCollection } from './CollectionCard.tsx';
import { NewCollectionCard, type NewCollectionCardProps } from './NewCollectionCard.tsx';

export type CollectionsPageProps = NewCollectionCardProps & {
  list: ListPage<ListedCollection>;
  /** The name of a collection that was just deleted. */
  deleted: string | null;
};

/** The project's collections, and a form for one more. */
export function CollectionsPage({ list, deleted, ...newCollection }: CollectionsPageProps) {
  const { t } = useTranslation(['knowledge', 'common', 'documentSearch']);
  const { rows: collections, search, page, pages } = list;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button asChild>
            <Link to="/knowledge/search">
              <Search aria-hidden />
              {t('documentSearch:open')}
            </Link>
          </Button>
        }
      />
      <div className="space-y-5">
        {deleted === null ? null : (
          <Notice kind="success">{t('deleteCollection.done', { name: deleted })}</Notice>
        )}
        <section aria-label={t('list.label')}>
          {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
          {collections.length === 0 && search !== '' ? (
            <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
          ) : collections.length === 0 ? (
            <Card>
              <EmptyState icon={BookOpen} title={t('list.empty')} description={t('list.emptyHint')} />
            </Card>
          ) : (
            <ul className="grid gap-4 md:grid-cols-2">
              {collections.map((collection) => (
                <li key={collection.id} className="min-w-0">
                  <CollectionCard collection={collection} />
                </li>
              ))}
            </ul>
          )}
          <ListPaging search={search} page={page} pages={pages} />
        </section>
        <NewCollectionCard {...newCollection} />
      </div>
    </Page>
  );
}
